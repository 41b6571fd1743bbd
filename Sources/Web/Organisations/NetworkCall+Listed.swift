internal import Ledger
internal import Timebank

extension NetworkCall {
    /// Takes a listed thing off the list or puts it back, as `open` in the body says; answers with
    /// the thing.
    func open<Thing: Listed & Shown>(_ thing: ID<Thing>) async throws -> Reply<Thing> {
        let isOpen = try fields.flag("open")
        return Reply(try await perform(OpenListed(thing, isOpen: isOpen)).outcome)
    }
}
