package import Ledger
internal import Store

/// Gives minutes from a wallet to another member's wallet or to the network's pot.
///
/// A transfer between wallets is recorded as an exchange (a payment for help) in a mutual network,
/// and as a gift elsewhere. A transfer to the pot is a donation.
package struct Give: Operation {
    package let from: AccountName
    package let to: AccountName
    package let minutes: Minutes
    package let memo: String

    package static let name = "wallet.give"
    package static let access: Access = .own || .guardian || .coordinator
    package var subject: Subject { .owned(from) }

    /// Creates a gift, a payment or a donation.
    package init(from: AccountName, to: AccountName, minutes: Minutes, memo: String = "") {
        self.from = from
        self.to = to
        self.minutes = minutes
        self.memo = memo
    }

    package func run(at desk: Desk) throws -> Transfer {
        let minutes = try Fields.minutes.checked(minutes)
        let memo = try Fields.memo.checked(memo)
        let network = try desk.here
        let asked = try desk.tx.laterPayee(to, in: network.id)
        guard let payer = try desk.view.account(from), payer.kind == .wallet else {
            throw Fields.from.refusal(.unknown)
        }
        let payee = try desk.payee(to, asked?.value())
        guard payee.account.id != payer.account.id else { throw AccountsRefusal.sameAccount }
        guard payee.kind == .wallet else {
            return try desk.post(
                .donate,
                from: payer.account,
                to: payee.account,
                minutes,
                memo: memo
            )
        }
        if desk.behalf != nil {
            try desk.view.refuseOwn(Member.ID(raw: payee.holder), AccountsRefusal.ownTransfer)
        }
        let kind: TransferKind = network.model == .mutual ? .exchange : .gift
        let transfer = try desk.receive(
            kind,
            from: payer.account,
            to: payee.account,
            minutes,
            memo: memo
        )
        if kind == .gift { try desk.countGift(of: Member.ID(raw: payer.holder), minutes) }
        return transfer
    }
}

/// The account of a receiver and, if it is a wallet, its member's status.
private typealias Payee = (account: FoundAccount, status: Member.Status?)

extension Desk {
    /// Returns the receiver's account, which must be a present member's wallet or the pot.
    ///
    /// - asked: The receiver from ``laterPayee(_:in:)``; nil to look the name up now.
    /// - Throws: a ``PeopleRefusal`` that names the field `to`.
    fileprivate func payee(_ name: AccountName, _ asked: Payee?) throws -> FoundAccount {
        guard let (payee, status) = try asked ?? view.payee(name) else {
            if case .member(let number) = name, number.looksMistyped {
                throw PeopleRefusal.mistypedNumber(field: Give.Fields.to.name)
            }
            throw PeopleRefusal.unknownMember(field: Give.Fields.to.name)
        }
        switch payee.kind {
        case .pot: return payee
        case .wallet:
            if status == .left || status == .erased {
                throw PeopleRefusal.memberLeft(field: Give.Fields.to.name)
            }
            return payee
        default: throw PeopleRefusal.unknownMember(field: Give.Fields.to.name)
        }
    }

    /// Adds a gift to what a new member has given so far, up to the policy's limit for new members.
    ///
    /// Most members are not new, and for them this only reads one row.
    ///
    /// - Throws: ``GivingRefusal/giftLimit(left:)`` if the gift exceeds what is left of the limit.
    fileprivate func countGift(of member: Member.ID, _ minutes: Minutes) throws {
        let policy = try here.policy
        let newSince = now - .seconds(86_400 * policy.newcomerDays)
        let rows = try tx.first(
            "SELECT joined_at, newcomer_gifts FROM member WHERE id = $1",
            member
        ) { ($0.instant(0), $0.minutes(1)) }
        guard let (joined, given) = rows, joined > newSince else { return }
        let counted = try tx.change(
            """
            UPDATE member SET newcomer_gifts = newcomer_gifts + $1
            WHERE id = $2 AND newcomer_gifts + $1 <= $3
            """,
            minutes,
            member,
            policy.newcomerGifts
        )
        guard counted == 1 else {
            throw GivingRefusal.giftLimit(left: max(policy.newcomerGifts - given, .zero))
        }
    }
}

extension View {
    /// Looks up a receiver by any form of account name.
    fileprivate func payee(_ name: AccountName) throws -> Payee? {
        try account(name).map { ($0, try tx.status(of: $0)) }
    }
}

extension Transaction {
    /// Sends a query for a receiver that is named by account id, to be read later.
    ///
    /// It reads the account and its member in one query. Returns nil for other forms of name.
    fileprivate func laterPayee(
        _ name: AccountName,
        in network: Network.ID
    ) throws -> Later<Payee>? {
        guard case .id(let id) = name else { return nil }
        return try later(
            """
            SELECT a.kind, a.holder, m.status
            FROM account a LEFT JOIN member m ON m.id = a.holder AND a.kind = 1
            WHERE a.id = $1 AND a.network = $2
            """,
            id,
            network
        ) { row in
            let account = Account(id, try row.number(0))
            let status: Member.Status? = row.isNull(2) ? nil : try row.word(2)
            return (FoundAccount(account: account, holder: row.integer(1)), status)
        }
    }

    /// Returns the status of a wallet's member; nil for other accounts.
    fileprivate func status(of found: FoundAccount) throws -> Member.Status? {
        guard found.kind == .wallet else { return nil }
        return try first("SELECT status FROM member WHERE id = $1", found.holder) {
            try $0.word(0)
        }
    }
}

/// Grants minutes from the pot to a member, or settles with an organisation from it.
package struct GrantFromPot: Operation {
    package let to: AccountName
    package let minutes: Minutes
    package let memo: String

    package static let name = "pot.grant"
    package static let access: Access = .coordinator
    package var subject: Subject { .owned(AccountName.pot) }

    /// Creates a grant.
    package init(to: AccountName, minutes: Minutes, memo: String = "") {
        self.to = to
        self.minutes = minutes
        self.memo = memo
    }

    package func run(at desk: Desk) throws -> Transfer {
        let minutes = try Fields.minutes.checked(minutes)
        let memo = try Fields.memo.checked(memo)
        guard let payee = try desk.view.account(to) else {
            throw PeopleRefusal.unknownMember(field: Fields.to.name)
        }
        guard TransferKind.grant.leads(from: .pot, to: payee.kind) else {
            throw PeopleRefusal.unknownMember(field: Fields.to.name)
        }
        if payee.kind == .wallet {
            try desk.view.refuseOwn(Member.ID(raw: payee.holder), AccountsRefusal.ownTransfer)
        }
        return try desk.receive(
            .grant,
            from: desk.here.pot,
            to: payee.account,
            minutes,
            memo: memo
        )
    }
}
