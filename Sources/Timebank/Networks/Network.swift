package import Ledger
internal import Store

/// One time bank or Time Credits scheme, with its own currency and rules.
package struct Network: Hashable, Sendable {
    package typealias ID = Ledger.ID<Network>

    /// How credits are created.
    package enum Model: String, CaseIterable, Codable, Sendable {
        /// Credits are issued to organisations, which pay members for hours with them.
        case credits
        /// Members pay each other, and each may have a negative balance down to a limit.
        case mutual
    }

    package let id: ID
    package let slug: Slug
    package let name: String
    package let model: Model
    /// The time zone's identifier, such as `Europe/London`.
    package let zone: String
    /// The language for people who have chosen none, such as `en`.
    package let language: String
    /// Whether visitors who are not signed in may read what there is to do and to enjoy.
    package let isPublic: Bool
    package let issuance: Account
    package let notes: Account
    package let pot: Account
    package let loss: Account
    package let policy: Policy
}

/// One version of the rules of a network's currency.
package struct Policy: Hashable, Codable, Sendable {
    package let version: Int64
    /// The number of minutes in one credit.
    package let credit: Minutes
    /// The amount by which a wallet may be below zero in a mutual network.
    package let mutualLimit: Minutes
    /// The maximum balance of a wallet after it receives minutes; nil for no limit.
    package let ceiling: Minutes?
    /// The number of days for which a member counts as new.
    package let newcomerDays: Int64
    /// The total amount that a member may give away while they are new.
    package let newcomerGifts: Minutes
    /// The unit, in minutes, to which confirmed hours are rounded.
    package let rounding: Minutes
    /// The number of days after which credits expire; nothing applies it.
    ///
    /// Older versions allowed it to be set; new rules have nil.
    package let expiryDays: Int64?

    /// The default rules of a new network.
    package static let new = Policy(
        version: 1,
        credit: Minutes(60),
        mutualLimit: Minutes(600),
        ceiling: nil,
        newcomerDays: 30,
        newcomerGifts: Minutes(600),
        rounding: Minutes(1),
        expiryDays: nil
    )

    /// A version of the rules.
    package init(
        version: Int64,
        credit: Minutes,
        mutualLimit: Minutes,
        ceiling: Minutes?,
        newcomerDays: Int64,
        newcomerGifts: Minutes,
        rounding: Minutes,
        expiryDays: Int64?
    ) {
        self.version = version
        self.credit = credit
        self.mutualLimit = mutualLimit
        self.ceiling = ceiling
        self.newcomerDays = newcomerDays
        self.newcomerGifts = newcomerGifts
        self.rounding = rounding
        self.expiryDays = expiryDays
    }
}

extension Network {
    /// The lowest balance of a wallet: zero, or minus the limit in a mutual network.
    package var walletLimit: Minutes { model == .mutual ? -policy.mutualLimit : .zero }

    /// The lowest balance of the pot: zero, or practically unlimited in a mutual network.
    package var potLimit: Minutes { model == .mutual ? Self.potLimitOfMutual : .zero }

    /// A bound that no pot reaches.
    static let potLimitOfMutual = Minutes(-1_000_000_000_000_000)
}

extension Transaction {
    /// The network with this slug.
    ///
    /// - Throws: ``AccessRefusal/notFound`` where there is none.
    package func require(network slug: Slug) throws -> Network {
        guard let found = try network(slug) else { throw AccessRefusal.notFound }
        return found
    }

    /// The network with this slug, with its current policy; nil where there is none.
    package func network(_ slug: Slug) throws -> Network? { try laterNetwork(slug).value() }

    /// Sends the query for the network with this slug, whose result is read later.
    func laterNetwork(_ slug: Slug) throws -> Later<Network> {
        try later(
            """
            SELECT n.id, n.slug, n.name, n.model, n.zone, n.language,
                n.issuance, n.notes, n.pot, n.loss, n.policy,
                p.credit, p.mutual_limit, p.ceiling, p.newcomer_days, p.newcomer_gifts,
                p.rounding, p.expiry_days, n.is_public
            FROM network n JOIN policy p ON p.network = n.id AND p.version = n.policy
            WHERE n.slug = $1
            """,
            slug,
            as: Network.init
        )
    }

    /// All networks of the installation, oldest first.
    package func networks() throws -> [Network] {
        try all(
            """
            SELECT n.id, n.slug, n.name, n.model, n.zone, n.language,
                n.issuance, n.notes, n.pot, n.loss, n.policy,
                p.credit, p.mutual_limit, p.ceiling, p.newcomer_days, p.newcomer_gifts,
                p.rounding, p.expiry_days, n.is_public
            FROM network n JOIN policy p ON p.network = n.id AND p.version = n.policy
            ORDER BY n.id
            """,
            as: Network.init
        )
    }
}

extension Network {
    init(_ row: Row) throws {
        guard let slug = Slug(row.text(1)) else { throw StoreError.failed("a slug is malformed") }
        self.init(
            id: row.id(0),
            slug: slug,
            name: row.text(2),
            model: try row.word(3),
            zone: row.text(4),
            language: row.text(5),
            isPublic: row.flag(18),
            issuance: Account(row.id(6), .issuance),
            notes: Account(row.id(7), .notes),
            pot: Account(row.id(8), .pot),
            loss: Account(row.id(9), .loss),
            policy: Policy(
                version: row.integer(10),
                credit: row.minutes(11),
                mutualLimit: row.minutes(12),
                ceiling: row.minutesIfAny(13),
                newcomerDays: row.integer(14),
                newcomerGifts: row.minutes(15),
                rounding: row.minutes(16),
                expiryDays: row.integerIfAny(17)
            )
        )
    }
}
