internal import Ledger
internal import Timebank

extension NetworkCall {
    /// Lists or unlists an opportunity or offer, as the member `open` of the body says, and returns
    /// it.
    func open<Thing: Listed & Shown>(_ thing: ID<Thing>) async throws -> Reply<Thing> {
        let isOpen = try fields.flag("open")
        return Reply(try await perform(OpenListed(thing, isOpen: isOpen)).outcome)
    }
}
