/// An account as a transfer refers to it: its id and kind.
public struct Account: Hashable, Sendable {
    public typealias ID = Ledger.ID<Account>

    public let id: ID
    public let kind: AccountKind

    /// A reference to an account, which need not exist.
    public init(_ id: ID, _ kind: AccountKind) {
        self.id = id
        self.kind = kind
    }
}

/// A transfer of minutes between two accounts of one network, as recorded; never changed.
///
/// For each counted account it names that account's previous transfer and the balance after it, so
/// a statement follows these links.
public struct Transfer: Hashable, Sendable {
    public typealias ID = Ledger.ID<Transfer>

    /// A transfer's position in the history of one of its accounts.
    public struct Link: Hashable, Sendable {
        /// The account's previous transfer; nil for its first one and for uncounted accounts.
        public let previous: ID?
        /// The account's balance after this transfer; nil for uncounted accounts.
        public let balance: Minutes?

        /// The link of an uncounted account.
        public static let none = Link(previous: nil, balance: nil)

        /// A link from stored values.
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
    /// The id of the journal row that says who did it.
    public let journal: Int64
    /// The transfer that this one reverses; nil for any other kind.
    public let reverses: ID?
    public let fromLink: Link
    public let toLink: Link

    /// A transfer from stored values, unchecked; see ``check(kind:from:to:minutes:)``.
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
    /// Checks what holds for every transfer, whatever the balances are.
    ///
    /// - Throws: ``LedgerError`` for the amount, the same account, or the kinds of account, in this
    ///   order.
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
