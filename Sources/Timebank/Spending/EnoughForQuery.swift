internal import Ledger
internal import Store

/// Reads what a member's credits are enough for; ``EnoughFor`` has the rule.
package struct EnoughForQuery: Query {
    package let member: MemberName

    package static let name = "member.enough-for"
    package static let access: Access = .own || .guardian
    package var subject: Subject { .owned(member) }

    /// How many of the wallet's transfers, from the newest, are looked at.
    static let steps = 60
    /// How many of the network's redemptions, from the newest, are looked at.
    static let lately = 500

    /// A query for one member.
    package init(member: MemberName) { self.member = member }

    package func answer(at view: View) throws -> [Outing] {
        let network = try view.here.id
        guard let found = try view.tx.member(member, in: network) else {
            throw AccessRefusal.notFound
        }
        let offers = try view.tx.all(
            Offer.listing.page,
            network,
            Int64.max,
            200,
            Organisation.ID?(nil),
            as: Offer.init
        )
        let purse = try view.tx.purse(of: found.wallet.id, in: network)
        guard let minutes = purse?.spendable, minutes > .zero, !offers.isEmpty else { return [] }
        let own = try view.tx.outings(from: found.wallet.id, in: network)
        let popular =
            own.count < EnoughFor.most
            ? try view.tx.popularOffers(in: network, before: view.now) : []
        return EnoughFor(own: own, popular: popular, offers: offers).outings(within: minutes)
    }
}

extension Transaction {
    /// Reads what a member enjoyed, and with whom, most often first.
    ///
    /// It follows the chain of the wallet's transfers. A till records a redemption right after its
    /// transfer, so its id is the next one or little larger; imported ones are not found.
    fileprivate func outings(
        from wallet: Account.ID,
        in network: Network.ID
    ) throws -> [(offer: Offer.ID, party: Party)] {
        try all(
            """
            WITH RECURSIVE walk AS (
                SELECT t.id, t.kind, 1 AS step,
                    CASE WHEN t.from_account = $1 THEN t.from_previous ELSE t.to_previous END
                        AS previous
                FROM account a JOIN transfer t ON t.id = a.last
                WHERE a.id = $1 AND a.network = $2
                UNION ALL
                SELECT t.id, t.kind, walk.step + 1,
                    CASE WHEN t.from_account = $1 THEN t.from_previous ELSE t.to_previous END
                FROM walk JOIN transfer t ON t.id = walk.previous WHERE walk.step < $3
            ), paid AS (
                SELECT (
                    SELECT f.id FROM redemption f
                    WHERE f.id > walk.id AND f.id < walk.id + $4 AND f.transfer = walk.id
                    ORDER BY f.id LIMIT 1) AS redemption
                FROM walk WHERE walk.kind = $5
            )
            SELECT r.offer, r.adults, r.children
            FROM paid JOIN redemption r ON r.id = paid.redemption
            WHERE r.undone_by IS NULL
            GROUP BY r.offer, r.adults, r.children ORDER BY COUNT(*) DESC, MAX(r.id) DESC LIMIT 8
            """,
            wallet,
            network,
            EnoughForQuery.steps,
            IDGenerator.second,
            TransferKind.redeem.rawValue
        ) {
            (
                offer: $0.id(0),
                party: Party(adults: Int($0.integer(1)), children: Int($0.integer(2)))
            )
        }
    }

    /// Reads what the network enjoyed lately, most often first.
    ///
    /// The newest redemptions of the whole installation are looked at, so that the cost is the same
    /// for a small network among large ones.
    fileprivate func popularOffers(
        in network: Network.ID,
        before now: Instant
    ) throws -> [Offer.ID] {
        try all(
            """
            SELECT lately.offer FROM (
                SELECT offer, network FROM redemption WHERE id > $2 ORDER BY id DESC LIMIT $3
            ) AS lately
            WHERE lately.network = $1
            GROUP BY lately.offer ORDER BY COUNT(*) DESC, lately.offer DESC LIMIT 20
            """,
            network,
            IDGenerator.smallestID(at: (now - .seconds(86_400 * 90)).milliseconds),
            EnoughForQuery.lately
        ) { $0.id(0) }
    }
}
