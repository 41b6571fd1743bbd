package import Ledger
internal import Store

/// One scheme with its own currency and rules.
package struct Network: Hashable, Sendable {
    package typealias ID = Ledger.ID<Network>

    /// How credits come about.
    package enum Model: String, CaseIterable, Codable, Sendable {
        /// Issued to organisations, which pay them for hours.
        case credits
        /// Each member may go below zero, down to a limit.
        case mutual
    }

    package let id: ID
    package let slug: Slug
    package let name: String
    package let model: Model
    /// The time zone's identifier, such as `Europe/London`.
    package let zone: String
    /// The language of notices when a person has chosen none, such as `en`.
    package let language: String
    package let issuance: Account
    package let notes: Account
    package let pot: Account
    package let loss: Account
    package let policy: Policy
}

/// The rules of a network's currency, as they stand in one version.
package struct Policy: Hashable, Codable, Sendable {
    package let version: Int64
    /// How many minutes make one credit.
    package let credit: Minutes
    /// How far below zero a wallet may go in a mutual network.
    package let mutualLimit: Minutes
    /// The most that a wallet may hold when it receives.
    package let ceiling: Minutes?
    /// For how many days a member is new.
    package let newcomerDays: Int64
    /// What a member may give away in all while new.
    package let newcomerGifts: Minutes
    /// Confirmed hours are rounded to this many minutes.
    package let rounding: Minutes
    /// After how many days credits should run out, as older versions let it be set; nothing follows
    /// it, and new rules have none.
    package let expiryDays: Int64?

    /// The rules of a network that has not decided otherwise.
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

    /// Rules, in a version.
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
    /// How low a wallet may go: zero, or minus the limit of a mutual network.
    package var walletLimit: Minutes { model == .mutual ? -policy.mutualLimit : .zero }

    /// How low the pot may go: not below zero, but without a floor in a mutual network.
    package var potLimit: Minutes { model == .mutual ? Self.potLimitOfMutual : .zero }

    /// So low that no pot gets there.
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

    /// The network with this slug, with the policy it has now.
    package func network(_ slug: Slug) throws -> Network? { try laterNetwork(slug).value() }

    /// The network with this slug, for when it is needed.
    func laterNetwork(_ slug: Slug) throws -> Later<Network> {
        try later(
            """
            SELECT n.id, n.slug, n.name, n.model, n.zone, n.language,
                n.issuance, n.notes, n.pot, n.loss, n.policy,
                p.credit, p.mutual_limit, p.ceiling, p.newcomer_days, p.newcomer_gifts,
                p.rounding, p.expiry_days
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
                p.rounding, p.expiry_days
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
