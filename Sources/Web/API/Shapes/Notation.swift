internal import Ledger
internal import Timebank

/// How values of one type are written in JSON, and what the description says of them.
///
/// The two stand together, so a member whose value is an id cannot be described as a text.
struct Notation<Value>: Sendable {
    let schema: Schema
    let write: @Sendable (inout JSONWriter, Value) -> Void

    /// Values that are described by `schema` and written by `write`.
    init(_ schema: Schema, _ write: @escaping @Sendable (inout JSONWriter, Value) -> Void) {
        self.schema = schema
        self.write = write
    }
}

/// An id of whatever kind.
protocol Identifier: Sendable {
    /// Puts the thirteen characters at the end of `bytes`.
    func append(to bytes: inout [UInt8])
}

extension ID: Identifier {}

extension Notation where Value: Identifier {
    /// Thirteen characters.
    static var id: Notation { Notation(.id) { $0.id($1) } }
}

extension Notation<String> {
    /// Text of so many characters.
    static func text(_ length: ClosedRange<Int>) -> Notation {
        Notation(.text(length)) { $0.text($1) }
    }

    /// One of these words.
    static func choice(_ words: [String]) -> Notation { Notation(.word(words)) { $0.text($1) } }
}

extension Notation
where Value: RawRepresentable & CaseIterable & Sendable, Value.RawValue == String {
    /// One of the words of a closed list.
    static var word: Notation {
        Notation(.word(Value.allCases.map(\.rawValue))) { $0.text($1.rawValue) }
    }
}

extension Notation<Minutes> {
    /// Minutes that one transfer can move.
    static var minutes: Notation { Notation(.minutes) { $0.number($1.count) } }
    /// Any whole number of minutes, as in a balance.
    static var balance: Notation { Notation(.balance) { $0.number($1.count) } }

    /// Minutes within limits.
    static func amount(_ range: ClosedRange<Int64>) -> Notation {
        Notation(.number(range)) { $0.number($1.count) }
    }
}

extension Notation<Int64> {
    /// A whole number.
    static func number(_ range: ClosedRange<Int64>) -> Notation {
        Notation(.number(range)) { $0.number($1) }
    }
}

extension Notation<Int> {
    /// How many there are of something.
    static func count(_ range: ClosedRange<Int64>) -> Notation {
        Notation(.number(range)) { $0.number(Int64($1)) }
    }
}

extension Notation<Bool> {
    static var flag: Notation { Notation(.flag) { $0.flag($1) } }
}

extension Notation<Instant> {
    static var time: Notation { Notation(.time) { $0.instant($1) } }
}

extension Notation<Day> {
    static var date: Notation { Notation(.date) { $0.text($1.iso) } }
}

extension Notation<Slug> {
    static var slug: Notation { Notation(.slug) { $0.text($1.description) } }
}

extension Notation where Value: Shaped {
    /// A thing with a shape of its own, described by that shape.
    static var shown: Notation { Notation(Value.shape.reference) { $1.show(to: &$0) } }
}

extension Notation {
    /// Any number of such values, or at most `most`.
    static func list<Item>(_ item: Notation<Item>, most: Int? = nil) -> Notation
    where Value == [Item] {
        Notation(.list(item.schema, most: most)) { $0.list($1, item.write) }
    }

    /// Such a value, or null where there is none.
    static func orNull<Wrapped>(_ wrapped: Notation<Wrapped>) -> Notation
    where Value == Wrapped? {
        Notation(.orNull(wrapped.schema)) { json, value in
            if let value { wrapped.write(&json, value) } else { json.null() }
        }
    }
}
