package import Ledger
internal import Store

/// A member with the values that the reader may see.
///
/// Staff who enter hours see name, number, language and status. Contacts, card and balance are only
/// for the member, their guardians, coordinators and operators.
package struct MemberState: Hashable, Sendable {
    package let member: Member
    /// The balance of the wallet; nil if the reader may not see it.
    package let purse: Held?
    /// Whether the member has a password; nil if the reader may not see it.
    package let signsIn: Bool?

    /// The balance of a wallet and the part of it that is held, in minutes.
    package struct Held: Hashable, Sendable {
        package let minutes: Minutes
        package let held: Minutes
    }
}

extension MemberState {
    /// Reads the member's columns, then balance, held, and whether there is a password.
    init(_ row: Row) throws {
        self.init(
            member: try Member(row),
            purse: Held(minutes: row.minutes(11), held: row.minutes(12)),
            signsIn: row.flag(13)
        )
    }

    /// The member without contacts, card and balance.
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

/// Returns one member.
package struct MemberQuery: Query {
    package let member: MemberName

    package static let name = "member.show"
    package static let access: Access =
        .own || .guardian || .coordinator || .anyStaff(.worker) || .operator
    package var subject: Subject { .owned(member) }

    /// Creates a query for one member.
    package init(member: MemberName) { self.member = member }

    package func answer(at view: View) throws -> MemberState {
        guard let id = try view.tx.member(member, in: view.here.id)?.id,
            let found = try view.tx.memberState(id)
        else { throw AccessRefusal.notFound }
        let subjectOwner = SubjectOwner(member: id, person: found.member.person)
        let seesAll = try view.grounds(
            for: .own || .guardian || .coordinator || .operator,
            in: subjectOwner
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
