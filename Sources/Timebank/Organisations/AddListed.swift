internal import Ledger
internal import Store

/// An operation that adds an opportunity or an offer to an organisation's list.
protocol AddListed: Operation where Result: Listed {
    /// Its validated fields.
    associatedtype Terms

    /// Whether an organisation of this kind may list it.
    static func fits(_ organisation: Organisation) -> Bool
    /// Makes the listed item from its validated fields.
    static func thing(
        _ id: ID<Result>,
        _ terms: Terms,
        of organisation: Organisation,
        isOpen: Bool
    ) -> Result
    /// Inserts its row; `moment` is the time of creation.
    static func insert(
        _ thing: Result,
        in network: Network.ID,
        at moment: Instant,
        _ tx: Transaction
    ) throws
}

extension AddListed {
    /// Adds an item to an organisation's list.
    ///
    /// `isOpen` says whether an imported item is open. It is nil for a new item, which is open and
    /// which only an open organisation may add.
    ///
    /// - Throws: a ``Refusal`` where the organisation is closed or of a kind that may not list it.
    static func record(
        _ terms: Terms,
        of organisation: Organisation,
        as isOpen: Bool? = nil,
        by desk: Desk
    ) throws -> Result {
        if isOpen == nil { try organisation.requireOpen() }
        guard fits(organisation) else {
            throw FieldRefusal.invalid(field: "organisation", .unknown)
        }
        let made = thing(desk.newID(), terms, of: organisation, isOpen: isOpen ?? true)
        try insert(made, in: desk.here.id, at: desk.now, desk.tx)
        try desk.makes(Result.listing.table, made.id)
        return made
    }

    /// Adds a new item to the list of the organisation with this id.
    ///
    /// - Throws: ``AccessRefusal/notFound`` for an unknown organisation, and what
    ///   `record(_:of:as:by:)` throws.
    static func record(
        _ terms: Terms,
        at organisation: Organisation.ID,
        by desk: Desk
    ) throws -> Result {
        guard let found = try desk.tx.organisation(organisation, in: desk.here.id) else {
            throw AccessRefusal.notFound
        }
        return try record(terms, of: found, by: desk)
    }
}
