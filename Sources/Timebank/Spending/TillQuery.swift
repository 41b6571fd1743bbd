package import Ledger
internal import Store

/// What the page of a till shows when no card is chosen.
package struct TillState: Hashable, Sendable {
    package let organisation: Organisation
    /// The chosen offer; nil if none was chosen, or if it is not on offer here any more.
    package let offer: Offer?
    /// The newest redemptions that the reader accepted here in the last twelve hours, newest first;
    /// at most ``TillQuery/most``.
    package let accepted: [AcceptedRedemption]
}

/// A redemption in the list of the till that accepted it.
package struct AcceptedRedemption: Hashable, Sendable {
    package let redemption: Redemption.ID
    package let at: Instant
    /// The first name and the initial of the last name, as a till sees it.
    package let holder: String
    /// The same of the guardian who presented the card; nil if the member did, or if it was erased.
    package let guardian: String?
    package let minutes: Minutes
    package let isUndone: Bool

    /// Whether the person who accepted it may undo it at this time.
    package func canBeUndone(at now: Instant) -> Bool {
        !isUndone && now <= at + Redemption.undoable
    }
}

/// Reads what the page of a till shows: the chosen offer, and what this person accepted here.
package struct TillQuery: Query {
    package let organisation: Organisation.ID
    /// The offer to choose, as a device remembers it; any other id counts as none.
    package let offer: Offer.ID?

    package static let name = "till.state"
    package static let access: Access = .staff(.till)
    package var subject: Subject { .owned(organisation) }

    /// How many redemptions are listed: the one that was just accepted, and three before it.
    package static let most = 4

    /// Creates a query for the till of an organisation.
    package init(organisation: Organisation.ID, offer: Offer.ID? = nil) {
        self.organisation = organisation
        self.offer = offer
    }

    package func answer(at view: View) throws -> TillState {
        guard let found = try view.tx.organisation(organisation, in: view.here.id) else {
            throw AccessRefusal.notFound
        }
        try found.requireSpending()
        let chosen = try offer.flatMap { try view.tx.offer($0, in: view.here.id) }
        return TillState(
            organisation: found,
            offer: chosen.flatMap { $0.organisation == organisation && $0.isOpen ? $0 : nil },
            accepted: try view.actor.person.map {
                try view.tx.accepted(by: $0, at: organisation, in: view.here.id, now: view.now)
            } ?? []
        )
    }
}

extension Transaction {
    fileprivate func accepted(
        by till: Person.ID,
        at organisation: Organisation.ID,
        in network: Network.ID,
        now: Instant
    ) throws -> [AcceptedRedemption] {
        try all(
            """
            SELECT r.id, r.at, r.minutes, r.undone_by, m.name, COALESCE(g.name, p.name)
            FROM redemption r JOIN member m ON m.id = r.member
                LEFT JOIN person p ON p.id = r.guardian
                LEFT JOIN member g ON g.person = r.guardian AND g.network = r.network
            WHERE r.till = $1 AND r.network = $2 AND r.organisation = $3 AND r.id >= $4
            ORDER BY r.id DESC LIMIT $5
            """,
            till,
            network,
            organisation,
            IDGenerator.smallestID(at: (now + .seconds(-12 * 3_600)).milliseconds),
            TillQuery.most
        ) {
            AcceptedRedemption(
                redemption: $0.id(0),
                at: $0.instant(1),
                holder: $0.text(4).asAtTill,
                guardian: $0.textIfAny(5).flatMap { $0.isEmpty ? nil : $0.asAtTill },
                minutes: $0.minutes(2),
                isUndone: !$0.isNull(3)
            )
        }
    }
}
