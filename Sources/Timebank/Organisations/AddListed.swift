internal import Ledger
internal import Store

/// Puts something on an organisation's list.
protocol AddListed: Operation where Result: Listed {
    /// What it says, within the bounds of each field.
    associatedtype Terms

    /// Whether an organisation is of the kind that may have it on its list.
    static func fits(_ organisation: Organisation) -> Bool
    /// The thing on these terms.
    static func thing(
        _ id: ID<Result>,
        _ terms: Terms,
        of organisation: Organisation,
        isOpen: Bool
    ) -> Result
    /// Writes the row of a thing that is put up at a moment.
    static func insert(
        _ thing: Result,
        in network: Network.ID,
        at moment: Instant,
        _ tx: Transaction
    ) throws
}

extension AddListed {
    /// Records a thing of an organisation, which must be of the kind that may have it.
    ///
    /// - isOpen: Whether a thing that is brought in from elsewhere is on the list. Nil for one that
    ///   is put up now, which only an organisation that takes part may do.
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

    /// Puts a thing of the organisation with this id on the list now.
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
