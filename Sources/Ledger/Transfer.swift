/// An account as a transfer names it: which one, and of what kind.
public struct Account: Hashable, Sendable {
    public typealias ID = Ledger.ID<Account>

    public let id: ID
    public let kind: AccountKind

    /// An account of a kind; whether it exists is the store's to say.
    public init(_ id: ID, _ kind: AccountKind) {
        self.id = id
        self.kind = kind
    }
}

/// One movement of minutes between two accounts of one network, as it was recorded.
///
/// A transfer is never changed. For each counted account it carries the transfer before it in that
/// account and the balance after it, so a statement is a walk along these links.
public struct Transfer: Hashable, Sendable {
    public typealias ID = Ledger.ID<Transfer>

    /// Where a transfer stands in the history of one of its accounts.
    public struct Link: Hashable, Sendable {
        /// The account's transfer before this one; none for its first and for uncounted accounts.
        public let previous: ID?
        /// What the account holds after this one; none for uncounted accounts.
        public let balance: Minutes?

        /// What an uncounted account has.
        public static let none = Link(previous: nil, balance: nil)

        /// A link as it was recorded.
        public init(previous: ID?, balance: Minutes?) {
            self.previous = previous
            self.balance = balance
        }
    }

    public let id: ID
    public let kind: TransferKind
    public let from: Account
    public let to: Account
    public let minutes: Minutes
    /// When it happened, which may be long before it was recorded.
    public let at: Instant
    /// The row of the journal that says who did it.
    public let journal: Int64
    /// The transfer that this one takes back.
    public let reverses: ID?
    public let fromLink: Link
    public let toLink: Link

    /// A transfer as it was recorded; ``check(kind:from:to:minutes:)`` says whether it may be.
    public init(
        id: ID,
        kind: TransferKind,
        from: Account,
        to: Account,
        minutes: Minutes,
        at: Instant,
        journal: Int64,
        reverses: ID? = nil,
        fromLink: Link = .none,
        toLink: Link = .none
    ) {
        self.id = id
        self.kind = kind
        self.from = from
        self.to = to
        self.minutes = minutes
        self.at = at
        self.journal = journal
        self.reverses = reverses
        self.fromLink = fromLink
        self.toLink = toLink
    }
}

extension Transfer {
    /// Refuses what no ledger may record, whatever the balances are.
    ///
    /// - Throws: the first of amount, same account and way that is wrong.
    public static func check(
        kind: TransferKind,
        from: Account,
        to: Account,
        minutes: Minutes
    ) throws(LedgerError) {
        guard Minutes.movable.contains(minutes) else { throw .amountOutOfRange(minutes) }
        guard from.id != to.id else { throw .sameAccount }
        guard kind.leads(from: from.kind, to: to.kind) else {
            throw .wrongWay(kind, from: from.kind, to: to.kind)
        }
    }
}
