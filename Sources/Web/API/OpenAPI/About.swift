internal import Timebank

/// What the description says of a call.
struct About: Sendable {
    /// Whether a call takes an `Idempotency-Key`.
    enum Key: Sendable {
        case none
        case optional
        /// It moves credits, so it has to have one.
        case required
    }

    /// How many characters one can search for.
    static let searchMost = 120

    /// What the call is called in generated clients.
    let id: String
    let summary: String
    let more: String
    let body: Body?
    /// Whether it is a list that comes in stretches.
    let isList: Bool
    /// Whether the list can be searched.
    let isSearch: Bool
    let key: Key
    /// Whether it needs no token.
    let isOpen: Bool
    /// Statuses of problems that only it is answered with.
    let problems: [Int]
    let success: Success

    init(
        _ id: String,
        _ summary: String,
        _ more: String = "",
        body: Body? = nil,
        isList: Bool = false,
        isSearch: Bool = false,
        key: Key = .none,
        isOpen: Bool = false,
        problems: [Int] = [],
        answer success: Success = .done
    ) {
        self.id = id
        self.summary = summary
        self.more = more
        self.body = body
        self.isList = isList
        self.isSearch = isSearch
        self.key = key
        self.isOpen = isOpen
        self.problems = problems
        self.success = success
    }
}

/// The body that a call takes: an object with these members and no others.
struct Body: Sendable {
    let members: [Property]
    /// Whether there has to be one at all.
    var isRequired: Bool { members.contains(where: \.isRequired) }

    init(_ members: Property...) { self.members = members }
}

/// A member of an object, as the description has it.
struct Property: Sendable {
    let field: FieldName
    let schema: Schema
    let isRequired: Bool
    let about: String
    let example: JSON?
    /// As the description spells it.
    var name: String { field.text }

    /// A member that has to be there.
    init(_ name: FieldName, _ schema: Schema, _ about: String = "", example: JSON? = nil) {
        self.init(name, schema, about, example, isRequired: true)
    }

    /// A member of the network that is meant.
    static func who(_ name: FieldName) -> Property {
        Property(name, .member, "An id or a membership number.", example: "1002-V")
    }

    private init(
        _ name: FieldName,
        _ schema: Schema,
        _ about: String,
        _ example: JSON?,
        isRequired: Bool
    ) {
        field = name
        self.schema = schema
        self.about = about
        self.example = example
        self.isRequired = isRequired
    }

    /// A member that may be left out, or be null.
    static func maybe(
        _ name: FieldName,
        _ schema: Schema,
        _ about: String = "",
        example: JSON? = nil
    ) -> Property {
        Property(name, .orNull(schema), about, example, isRequired: false)
    }

    /// A member of an answer that is not always there.
    static func possible(_ name: FieldName, _ schema: Schema, _ about: String) -> Property {
        Property(name, schema, about, nil, isRequired: false)
    }
}
