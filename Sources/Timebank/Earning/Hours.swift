package import Ledger
package import Store

/// A claim of minutes that a member gave, which someone else must confirm.
package struct Hours: Hashable, Sendable {
    package typealias ID = Ledger.ID<Hours>

    /// The status of the claim.
    package enum Status: String, CaseIterable, Codable, Sendable {
        case claimed
        case confirmed
        case refused
    }

    package let id: ID
    package let opportunity: Opportunity.ID
    package let organisation: Organisation.ID
    package let member: Member.ID
    /// The claimed minutes; after the confirmation the confirmed ones.
    package let minutes: Minutes
    /// The day on which the member gave them.
    package let day: Day
    package let note: String
    package let status: Status
    /// Why they were refused, or confirmed with more than 24 hours on that day.
    package let reason: String?
    /// The transfer that paid for them; nil unless they are confirmed.
    package let transfer: Transfer.ID?
}

extension Hours {
    init(_ row: Row) throws {
        self.init(
            id: row.id(0),
            opportunity: row.id(1),
            organisation: row.id(2),
            member: row.id(3),
            minutes: row.minutes(4),
            day: Day(number: Int(row.integer(5))),
            note: row.text(6),
            status: try row.word(7),
            reason: row.textIfAny(8),
            transfer: row.idIfAny(9)
        )
    }

    /// The hours with the status `claimed`, without a reason and a transfer.
    ///
    /// The minutes are the current ones: if other minutes were confirmed than claimed, the claimed
    /// ones are no longer known.
    var asClaimed: Hours {
        Hours(
            id: id,
            opportunity: opportunity,
            organisation: organisation,
            member: member,
            minutes: minutes,
            day: day,
            note: note,
            status: .claimed,
            reason: nil,
            transfer: nil
        )
    }
}

extension Transaction {
    /// Returns the hours with this id in a network.
    package func hours(_ id: Hours.ID, in network: Network.ID) throws -> Hours? {
        try first(
            """
            SELECT id, opportunity, organisation, member, minutes, day, note, status, reason,
                transfer
            FROM hours WHERE id = $1 AND network = $2
            """,
            id,
            network,
            as: Hours.init
        )
    }
}

extension Hours: OwnedEntity {
    package static func subjectOwner(
        of id: ID,
        in network: Network.ID,
        _ tx: Transaction
    ) throws -> SubjectOwner? {
        try tx.first(
            """
            SELECT h.organisation, h.member, m.person
            FROM hours h JOIN member m ON m.id = h.member
            WHERE h.id = $1 AND h.network = $2
            """,
            id,
            network
        ) {
            SubjectOwner(organisation: $0.id(0), member: $0.id(1), person: $0.idIfAny(2))
        }
    }
}
