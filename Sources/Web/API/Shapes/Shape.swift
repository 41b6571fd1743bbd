internal import Timebank
internal import Ledger

/// How values of a type are written in responses: the members with name, schema and value.
///
/// The JSON of the API, the schema in the OpenAPI document, and what a command prints with `--json`
/// are all derived from it, so they cannot differ.
package struct Shape<Value>: Sendable {
    /// One member of the JSON object.
    package struct Member: Sendable {
        let name: StaticString
        let property: Property
        /// Writes the value, without the name.
        let write: @Sendable (inout JSONWriter, Value) -> Void
    }

    /// The name of the schema in the OpenAPI document; nil if it is described inline.
    let name: String?
    /// The name of the schema for a page of a list of such values; nil if described inline.
    let listName: String?
    let members: [Member]
    private let lines: [Line]

    /// The parts of a member that writing needs.
    ///
    /// Iterating over whole members takes a quarter longer, because each copy retains the
    /// references to its schema and texts.
    private struct Line: Sendable {
        let name: StaticString
        let write: @Sendable (inout JSONWriter, Value) -> Void

        init(_ member: Member) {
            name = member.name
            write = member.write
        }
    }

    /// A shape that the OpenAPI document lists under a name.
    ///
    /// - `listed`: the name of the schema of a list; by default the name with `List`.
    /// - `first`: members of another shape, which come before those of this one.
    init(
        _ name: String,
        listed: String? = nil,
        after first: [Member] = [],
        _ members: [Member]
    ) {
        self.name = name
        listName = listed ?? name + "List"
        self.members = first + members
        lines = self.members.map(Line.init)
    }

    /// A shape that is described inline, inside one other schema.
    init(inner members: [Member]) {
        name = nil
        listName = nil
        self.members = members
        lines = members.map(Line.init)
    }

    /// The schema of the object, inline.
    var schema: Schema { .object(members.map(\.property)) }

    /// How other schemas refer to it: by name, or inline if it has none.
    var reference: Schema { name.map { .named($0) } ?? schema }

    /// Writes the members of a value in order, without the braces of an object.
    func write(_ value: Value, to json: inout JSONWriter) {
        for line in lines {
            json.name(line.name)
            line.write(&json, value)
        }
    }

    /// The same members for an outer type that contains such a value.
    func inside<Outer>(
        _ inner: @escaping @Sendable (Outer) -> Value
    ) -> [Shape<Outer>.Member] {
        members.map { member in
            Shape<Outer>.Member(name: member.name, property: member.property) { json, outer in
                member.write(&json, inner(outer))
            }
        }
    }
}

extension Shape.Member {
    /// A member that is always present.
    static func member<Kind>(
        _ name: StaticString,
        _ notation: Notation<Kind>,
        _ about: String = "",
        _ value: @escaping @Sendable (Value) -> Kind
    ) -> Self {
        let property = Property(FieldName("\(name)"), notation.schema, about)
        return Self(name: name, property: property) {
            notation.write(&$0, value($1))
        }
    }
}

/// A type whose JSON is described by a shape.
package protocol Shaped: Shown, Sendable {
    /// The shape of the type.
    static var shape: Shape<Self> { get }
    /// The capacity to reserve for the JSON, in bytes: about its length or somewhat more.
    var room: Int { get }
}

extension Shaped {
    /// The default capacity, enough for a single object.
    package var room: Int { 512 }

    /// Writes the value as a JSON object.
    package func show(to json: inout JSONWriter) {
        json.object { Self.shape.write(self, to: &$0) }
    }

    /// The members with their values as JSON, in order, as commands print them.
    package var printed: [(name: String, json: String)] {
        Self.shape.members.map { member in
            var json = JSONWriter(isSpaced: true)
            member.write(&json, self)
            return ("\(member.name)", String(decoding: json.bytes, as: UTF8.self))
        }
    }
}
