package import Ledger
package import Store

/// Credits that a till accepted for an offer.
package struct Redemption: Hashable, Sendable {
    package typealias ID = Ledger.ID<Redemption>

    package let id: ID
    package let offer: Offer.ID
    package let organisation: Organisation.ID
    package let member: Member.ID
    package let adults: Int
    package let children: Int
    package let minutes: Minutes
    /// The person who accepted them.
    package let till: Person.ID
    /// The guardian who presented the card; nil if the member did.
    package let guardian: Person.ID?
    package let transfer: Transfer.ID
    /// The reversal that undid it; nil if it is valid.
    package let undoneBy: Transfer.ID?
    package let at: Instant

    /// How long the person who accepted it may undo it: ten minutes.
    package static let undoable: Duration = .seconds(600)
}

extension Redemption {
    init(_ row: Row) throws {
        self.init(
            id: row.id(0),
            offer: row.id(1),
            organisation: row.id(2),
            member: row.id(3),
            adults: Int(row.integer(4)),
            children: Int(row.integer(5)),
            minutes: row.minutes(6),
            till: row.id(7),
            guardian: row.idIfAny(8),
            transfer: row.id(9),
            undoneBy: row.idIfAny(10),
            at: row.instant(11)
        )
    }
}

extension Transaction {
    /// The redemption of a network with this id; nil if there is none.
    package func redemption(_ id: Redemption.ID, in network: Network.ID) throws -> Redemption? {
        try first(
            """
            SELECT id, offer, organisation, member, adults, children, minutes, till, guardian,
                transfer, undone_by, at
            FROM redemption WHERE id = $1 AND network = $2
            """,
            id,
            network,
            as: Redemption.init
        )
    }
}

/// A redemption and the transfer that paid for it.
package struct Receipt: Outcome, Hashable {
    package let redemption: Redemption
    package let transfer: Transfer

    package var made: [Int64] { [redemption.id.raw, transfer.id.raw] }

    package static func recall(_ made: [Int64], at view: View) throws -> Receipt {
        guard made.count == 2,
            let redemption = try view.tx.redemption(
                Redemption.ID(raw: made[0]),
                in: view.here.id
            ),
            let transfer = try view.tx.transfer(Transfer.ID(raw: made[1]), in: view.here.id)
        else { throw AccessRefusal.notFound }
        return Receipt(redemption: redemption, transfer: transfer)
    }
}

extension Redemption: OwnedEntity {
    package static func subjectOwner(
        of id: ID,
        in network: Network.ID,
        _ tx: Transaction
    ) throws -> SubjectOwner? {
        try tx.first(
            """
            SELECT r.organisation, r.member, m.person
            FROM redemption r JOIN member m ON m.id = r.member
            WHERE r.id = $1 AND r.network = $2
            """,
            id,
            network
        ) {
            SubjectOwner(organisation: $0.id(0), member: $0.id(1), person: $0.idIfAny(2))
        }
    }
}
