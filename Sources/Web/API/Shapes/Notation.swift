internal import Ledger
internal import Timebank

/// How values of a type are written as JSON, together with their schema.
///
/// Because the two are one value, a member that is written as an id cannot be described as text.
struct Notation<Value>: Sendable {
    let schema: Schema
    let write: @Sendable (inout JSONWriter, Value) -> Void

    /// A notation with a schema, whose values `write` writes.
    init(_ schema: Schema, _ write: @escaping @Sendable (inout JSONWriter, Value) -> Void) {
        self.schema = schema
        self.write = write
    }
}

/// An id of any type.
protocol Identifier: Sendable {
    /// Appends the thirteen characters of the id.
    func append(to bytes: inout [UInt8])
}

extension ID: Identifier {}

extension Notation where Value: Identifier {
    /// An id as thirteen characters.
    static var id: Notation { Notation(.id) { $0.id($1) } }
}

extension Notation<String> {
    /// Text with a length in this range.
    static func text(_ length: ClosedRange<Int>) -> Notation {
        Notation(.text(length)) { $0.text($1) }
    }

    /// One of these words.
    static func choice(_ words: [String]) -> Notation { Notation(.word(words)) { $0.text($1) } }
}

extension Notation
where Value: RawRepresentable & CaseIterable & Sendable, Value.RawValue == String {
    /// A case of an enum, written as its raw value.
    static var word: Notation {
        Notation(.word(Value.allCases.map(\.rawValue))) { $0.text($1.rawValue) }
    }
}

extension Notation<Minutes> {
    /// Minutes that one transfer can move.
    static var minutes: Notation { Notation(.minutes) { $0.number($1.count) } }
    /// Any number of minutes, as in a balance.
    static var balance: Notation { Notation(.balance) { $0.number($1.count) } }

    /// Minutes in this range.
    static func amount(_ range: ClosedRange<Int64>) -> Notation {
        Notation(.number(range)) { $0.number($1.count) }
    }
}

extension Notation<Int64> {
    /// A whole number in this range.
    static func number(_ range: ClosedRange<Int64>) -> Notation {
        Notation(.number(range)) { $0.number($1) }
    }
}

extension Notation<Int> {
    /// A count in this range.
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
    /// A value that is written and described by its own shape.
    static var shown: Notation { Notation(Value.shape.reference) { $1.show(to: &$0) } }
}

extension Notation {
    /// A list of such values, with at most `most` items if given.
    static func list<Item>(_ item: Notation<Item>, most: Int? = nil) -> Notation
    where Value == [Item] {
        Notation(.list(item.schema, most: most)) { $0.list($1, item.write) }
    }

    /// Such a value, or null.
    static func orNull<Wrapped>(_ wrapped: Notation<Wrapped>) -> Notation
    where Value == Wrapped? {
        Notation(.orNull(wrapped.schema)) { json, value in
            if let value { wrapped.write(&json, value) } else { json.null() }
        }
    }
}
