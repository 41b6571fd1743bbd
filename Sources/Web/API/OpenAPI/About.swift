internal import Timebank

/// What the OpenAPI document says about a call, and what the call accepts.
struct About: Sendable {
    /// Whether a call accepts an `Idempotency-Key` header.
    enum Key: Sendable {
        case none
        case optional
        /// The header is required, because the call moves credits.
        case required
    }

    /// The maximum length of a search text, in Unicode scalars.
    static let searchMost = 120

    /// The operation id, from which generated clients take the name of a method.
    let id: String
    let summary: String
    let more: String
    let body: Body?
    /// Whether the call returns a list in pages, and accepts `limit` and `after`.
    let isList: Bool
    /// Whether the call accepts `search`.
    let isSearch: Bool
    /// Whether the call accepts `month`.
    let isOfMonth: Bool
    let key: Key
    /// Whether the call needs no token.
    let isOpen: Bool
    /// Error statuses besides those that follow from the form of the call.
    let problems: [Int]
    let success: Success

    init(
        _ id: String,
        _ summary: String,
        _ more: String = "",
        body: Body? = nil,
        isList: Bool = false,
        isSearch: Bool = false,
        isOfMonth: Bool = false,
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
        self.isOfMonth = isOfMonth
        self.key = key
        self.isOpen = isOpen
        self.problems = problems
        self.success = success
    }
}

/// The JSON object that a call accepts as its body, with these members and no others.
struct Body: Sendable {
    let members: [Property]
    /// Whether a body is required, because one of its members is.
    var isRequired: Bool { members.contains(where: \.isRequired) }

    init(_ members: Property...) { self.members = members }
}

/// A member of a JSON object, as the OpenAPI document describes it.
struct Property: Sendable {
    let field: FieldName
    let schema: Schema
    let isRequired: Bool
    let about: String
    let example: JSON?
    /// The name of the member in JSON.
    var name: String { field.text }

    /// A required member.
    init(_ name: FieldName, _ schema: Schema, _ about: String = "", example: JSON? = nil) {
        self.init(name, schema, about, example, isRequired: true)
    }

    /// A required member that identifies a member of the network.
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

    /// A member that may be absent or null.
    static func maybe(
        _ name: FieldName,
        _ schema: Schema,
        _ about: String = "",
        example: JSON? = nil
    ) -> Property {
        Property(name, .orNull(schema), about, example, isRequired: false)
    }

    /// A member that may be absent from a response.
    static func possible(_ name: FieldName, _ schema: Schema, _ about: String) -> Property {
        Property(name, schema, about, nil, isRequired: false)
    }
}
