/// An account as a transfer names it: which one, and of what kind.
package struct Account: Hashable, Sendable {
    package typealias ID = Ledger.ID<Account>

    package let id: ID
    package let kind: AccountKind

    /// An account of a kind; whether it exists is the store's to say.
    package init(_ id: ID, _ kind: AccountKind) {
        self.id = id
        self.kind = kind
    }
}

/// One movement of minutes between two accounts of one network, as it was recorded.
///
/// A transfer is never changed. For each counted account it carries the transfer before it in that
/// account and the balance after it, so a statement is a walk along these links.
package struct Transfer: Hashable, Sendable {
    package typealias ID = Ledger.ID<Transfer>

    /// Where a transfer stands in the history of one of its accounts.
    package struct Link: Hashable, Sendable {
        /// The account's transfer before this one; none for its first and for uncounted accounts.
        package let previous: ID?
        /// What the account holds after this one; none for uncounted accounts.
        package let balance: Minutes?

        /// What an uncounted account has.
        package static let none = Link(previous: nil, balance: nil)

        /// A link as it was recorded.
        package init(previous: ID?, balance: Minutes?) {
            self.previous = previous
            self.balance = balance
        }
    }

    package let id: ID
    package let kind: TransferKind
    package let from: Account
    package let to: Account
    package let minutes: Minutes
    /// When it happened, which may be long before it was recorded.
    package let at: Instant
    /// The row of the journal that says who did it.
    package let journal: Int64
    /// The transfer that this one takes back.
    package let reverses: ID?
    package let fromLink: Link
    package let toLink: Link

    /// A transfer as it was recorded; ``check(kind:from:to:minutes:)`` says whether it may be.
    package init(
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
    package static func check(
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
