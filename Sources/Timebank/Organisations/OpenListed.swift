package import Ledger
internal import Store

/// Takes something off an organisation's list, or puts it back.
///
/// Nobody claims hours for what is off the list and no till accepts credits for it; what was
/// claimed or accepted before is still confirmed or undone. A price is never changed: the old offer
/// is closed and another put up.
package struct OpenListed<Thing: Listed>: Operation {
    package let thing: ID<Thing>
    package let isOpen: Bool

    package static var name: String { "\(Thing.listing.kind).open" }
    package static var access: Access { .listing }
    package var subject: Subject { .owned(thing) }

    /// A listed thing, and whether it is to be on the list.
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
    /// The field of the thing is called as its kind, `offer` or `opportunity`: so a request has
    /// the fingerprint, and a change that is handed over the form, that each kind has had always.
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
