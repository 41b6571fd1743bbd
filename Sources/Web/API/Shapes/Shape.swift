internal import Timebank
internal import Ledger

/// What answers show of one kind of thing: each member once, with its name, what it may be, what it
/// means, and where its value comes from.
///
/// From it come the JSON of the API, the schema in its description, and what a command prints with
/// `--json`, so that the three cannot differ.
package struct Shape<Value>: Sendable {
    /// One member of the object that a value is shown as.
    package struct Member: Sendable {
        let name: StaticString
        let property: Property
        /// Writes the value, without the name.
        let write: @Sendable (inout JSONWriter, Value) -> Void
    }

    /// What the description calls it; none where it is described wherever it stands.
    let name: String?
    /// What the description calls a stretch of a list of such things.
    let listName: String?
    let members: [Member]
    private let lines: [Line]

    /// What of a member is needed to write it: going through whole members takes a quarter longer,
    /// for each counts its references to schema and words.
    private struct Line: Sendable {
        let name: StaticString
        let write: @Sendable (inout JSONWriter, Value) -> Void

        init(_ member: Member) {
            name = member.name
            write = member.write
        }
    }

    /// A shape that the description lists under a name.
    ///
    /// - `listed`: What it calls a list of them, where that is not the name with `List`.
    /// - `first`: Members of another shape, which stand before those of this one.
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

    /// A shape of something that stands inside one other.
    init(inner members: [Member]) {
        name = nil
        listName = nil
        self.members = members
        lines = members.map(Line.init)
    }

    /// The members, described where they stand.
    var schema: Schema { .object(members.map(\.property)) }

    /// How a description refers to it: by name, where it has one.
    var reference: Schema { name.map { .named($0) } ?? schema }

    /// Writes the members of a value, in their order.
    func write(_ value: Value, to json: inout JSONWriter) {
        for line in lines {
            json.name(line.name)
            line.write(&json, value)
        }
    }

    /// The members as those of something that holds such a value.
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
    /// A member that is always there.
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

/// Something that answers show, and whose shape says how.
package protocol Shaped: Shown, Sendable {
    /// What is shown of it.
    static var shape: Shape<Self> { get }
    /// How many bytes its JSON takes, or somewhat more.
    var room: Int { get }
}

extension Shaped {
    /// Enough for one thing.
    package var room: Int { 512 }

    /// Puts its JSON where the writer stands.
    package func show(to json: inout JSONWriter) {
        json.object { Self.shape.write(self, to: &$0) }
    }

    /// The members of its shape with their JSON, as a command prints them.
    package var printed: [(name: String, json: String)] {
        Self.shape.members.map { member in
            var json = JSONWriter(isSpaced: true)
            member.write(&json, self)
            return ("\(member.name)", String(decoding: json.bytes, as: UTF8.self))
        }
    }
}
