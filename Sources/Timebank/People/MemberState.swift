package import Ledger
internal import Store

/// A member, with as much as whoever asks may see.
///
/// Name, number, language and status are there for whoever enters hours; contacts, card and wallet
/// only for the member, those who act for them and the coordinator.
package struct MemberState: Hashable, Sendable {
    package let member: Member
    /// What the wallet holds, and how much of it is held.
    package let purse: Held?
    /// Whether somebody has chosen a password for it.
    package let signsIn: Bool?

    /// What a wallet holds.
    package struct Held: Hashable, Sendable {
        package let minutes: Minutes
        package let held: Minutes
    }
}

extension MemberState {
    /// From a row of the columns of a member, then balance, held, and whether there is a password.
    init(_ row: Row) throws {
        self.init(
            member: try Member(row),
            purse: Held(minutes: row.minutes(11), held: row.minutes(12)),
            signsIn: row.flag(13)
        )
    }

    /// The member for somebody who may not see contacts, card and wallet.
    var veiled: MemberState {
        MemberState(
            member: Member(
                id: member.id,
                person: nil,
                number: member.number,
                card: nil,
                name: member.name,
                email: nil,
                phone: nil,
                language: member.language,
                status: member.status,
                wallet: member.wallet,
                joined: member.joined
            ),
            purse: nil,
            signsIn: nil
        )
    }
}

/// Asks for one member.
package struct MemberQuery: Query {
    package let member: MemberName

    package static let name = "member.show"
    package static let access: Access =
        .own || .guardian || .coordinator || .anyStaff(.worker) || .operator
    package var subject: Subject { .owned(member) }

    /// A question about one member.
    package init(member: MemberName) { self.member = member }

    package func answer(at view: View) throws -> MemberState {
        guard let id = try view.tx.member(member, in: view.here.id)?.id,
            let found = try view.tx.memberState(id)
        else { throw AccessRefusal.notFound }
        let scene = Scene(member: id, person: found.member.person)
        let seesAll = try view.grounds(
            for: .own || .guardian || .coordinator || .operator,
            in: scene
        )
        return seesAll == nil ? found.veiled : found
    }
}

extension Transaction {
    fileprivate func memberState(_ id: Member.ID) throws -> MemberState? {
        try first(
            """
            SELECT m.id, m.person, m.number, m.card, m.name, m.email, m.phone, m.language,
                m.status, m.wallet, m.joined_at, a.balance, a.held,
                CASE WHEN p.password IS NULL THEN 0 ELSE 1 END
            FROM member m JOIN account a ON a.id = m.wallet
                LEFT JOIN person p ON p.id = m.person
            WHERE m.id = $1
            """,
            id,
            as: MemberState.init
        )
    }
}
