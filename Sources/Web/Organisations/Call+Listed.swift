internal import Ledger
internal import Timebank

extension Call {
    /// Takes the listed thing that the address names off the list or puts it back, as `open` in the
    /// body says; answers with the thing.
    func open<Thing: Listed & Shown>(_: Thing.Type) async throws -> Reply {
        let thing: ID<Thing> = try id(Thing.listing.kind)
        let isOpen = try fields.flag("open")
        return Reply(.done, try await perform(OpenListed(thing, isOpen: isOpen)).outcome)
    }
}
