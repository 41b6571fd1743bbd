package import Ledger
internal import Store

/// Gives minutes from a wallet to another member's, or to the network's pot.
///
/// In a mutual network what passes between two wallets is a payment for help; elsewhere a gift.
package struct Give: Operation {
    package let from: AccountName
    package let to: AccountName
    package let minutes: Minutes
    package let memo: String

    package static let name = "wallet.give"
    package static let access: Access = .own || .guardian || .coordinator
    package var subject: Subject { .owned(from) }

    /// A gift, a payment or a donation.
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
        guard let payer = try desk.tx.account(from, in: network.id), payer.kind == .wallet else {
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

/// An account that is to receive, and whether its member is still there, where it is a wallet.
private typealias Payee = (account: FoundAccount, status: Member.Status?)

extension Desk {
    /// The wallet or the pot that is to receive, if it can.
    fileprivate func payee(_ name: AccountName, _ asked: Payee?) throws -> FoundAccount {
        guard let (payee, status) = try asked ?? tx.payee(name, in: here.id) else {
            if case .member(let number) = name, number.isMistyped {
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

    /// Counts a gift of somebody who is new, up to what the policy lets newcomers give.
    ///
    /// Most members are not new and this only reads their row, which the store has at hand.
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

extension Transaction {
    /// Who is to receive, by the usual name of an account: one look at both rows.
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

    /// Who is to receive, by any name.
    fileprivate func payee(_ name: AccountName, in network: Network.ID) throws -> Payee? {
        try account(name, in: network).map { ($0, try status(of: $0)) }
    }

    private func status(of found: FoundAccount) throws -> Member.Status? {
        guard found.kind == .wallet else { return nil }
        return try first("SELECT status FROM member WHERE id = $1", found.holder) {
            try $0.word(0)
        }
    }
}

/// Grants minutes from the pot to a member, or settles with an organisation out of it.
package struct GrantFromPot: Operation {
    package let to: AccountName
    package let minutes: Minutes
    package let memo: String

    package static let name = "pot.grant"
    package static let access: Access = .coordinator
    package var subject: Subject { .owned(AccountName.pot) }

    /// A grant from the pot.
    package init(to: AccountName, minutes: Minutes, memo: String = "") {
        self.to = to
        self.minutes = minutes
        self.memo = memo
    }

    package func run(at desk: Desk) throws -> Transfer {
        let minutes = try Fields.minutes.checked(minutes)
        let memo = try Fields.memo.checked(memo)
        guard let payee = try desk.tx.account(to, in: desk.here.id) else {
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
