package import Ledger
internal import Store

/// Closes or reopens an item of an organisation's list.
///
/// For a closed item no hours can be claimed and no credits accepted; earlier claims and
/// redemptions can still be confirmed or undone.
package struct OpenListed<Thing: Listed>: Operation {
    package let thing: ID<Thing>
    package let isOpen: Bool

    package static var name: String { "\(Thing.listing.kind).open" }
    package static var access: Access { .listing }
    package var subject: Subject { .owned(thing) }

    /// An item, and whether it is to be open.
    package init(_ thing: ID<Thing>, isOpen: Bool) {
        self.thing = thing
        self.isOpen = isOpen
    }

    package func run(at desk: Desk) throws -> Thing {
        try desk.changes(Thing.listing.table, thing)
        try desk.tx.run(Thing.listing.setOpen, isOpen, thing, desk.here.id)
        desk.touch(thing)
        return try Thing.recall([thing.raw], at: desk.view)
    }
}

extension OpenListed {
    /// The keys of the encoded fields; the item's key is its kind, `offer` or `opportunity`.
    ///
    /// This keeps the fingerprints of requests and the hand-over format as they were when each kind
    /// had an operation of its own.
    private struct FieldName: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }

        static var thing: FieldName { FieldName(stringValue: Thing.listing.kind) }
        static var isOpen: FieldName { FieldName(stringValue: "isOpen") }
    }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: FieldName.self)
        thing = try fields.decode(ID<Thing>.self, forKey: .thing)
        isOpen = try fields.decode(Bool.self, forKey: .isOpen)
    }

    package func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: FieldName.self)
        try fields.encode(thing, forKey: .thing)
        try fields.encode(isOpen, forKey: .isOpen)
    }
}
