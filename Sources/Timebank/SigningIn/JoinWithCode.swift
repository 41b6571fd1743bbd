internal import Ledger
internal import Store

/// Joins a network as the member whom a code is for, with an existing sign-in.
///
/// This is how a person of one network becomes a member of another: staff record the member and
/// hand over a code. Until the person uses it while signed in, the two are not connected.
package struct JoinWithCode: Operation {
    /// The code as it was typed.
    let code: String

    package static let name = "code.join"
    package static let access: Access = .signedIn
    package var subject: Subject { .installation }

    /// Creates the request of a signed-in person.
    package init(code: String) { self.code = code }

    package func run(at desk: Desk) throws -> Joined {
        guard let me = desk.actor.person else { throw AccessRefusal.notSignedIn }
        guard let code = SetUpCode(code) else { throw SigningInRefusal.codeInvalid }
        let (grant, known) = try desk.take(code)
        guard let member = known, let network = grant.network,
            member.status != .erased, try desk.tx.isUnclaimed(member.person)
        else { throw SigningInRefusal.codeInvalid }
        if try desk.tx.member(of: me, in: network) != nil {
            throw UseCode.Fields.code.refusal(.taken)
        }
        try desk.tx.run("UPDATE member SET person = $1 WHERE id = $2", me, member.id)
        if let stand = member.person { try desk.tx.moveRoles(from: stand, to: me) }
        // They now have more rights than when earlier codes were made.
        try desk.tx.dropCodes(of: me, member: member.id)
        desk.touch(member.id)
        return Joined(member: member.id)
    }
}

/// The member as whom the person joined.
package struct Joined: Outcome {
    package let member: Member.ID

    package var made: [Int64] { [member.raw] }

    package static func recall(_ made: [Int64], at view: View) throws -> Joined {
        Joined(member: Member.ID(raw: made.first ?? 0))
    }
}

extension Transaction {
    /// Whether a member has no person, or one that was only made to hold a role.
    ///
    /// Such a placeholder has neither login nor password.
    fileprivate func isUnclaimed(_ person: Person.ID?) throws -> Bool {
        guard let person else { return true }
        return try first(
            "SELECT 1 FROM person WHERE id = $1 AND password IS NULL AND login IS NULL",
            person,
            as: { _ in true }
        ) ?? false
    }

    /// Moves a placeholder's roles, and its redemptions as a guardian, to a person, and deletes it.
    fileprivate func moveRoles(from stand: Person.ID, to person: Person.ID) throws {
        try run(
            """
            INSERT INTO office (network, person, role, since)
            SELECT network, $2, role, since FROM office WHERE person = $1
            ON CONFLICT DO NOTHING
            """,
            stand,
            person
        )
        try run(
            """
            INSERT INTO staff (organisation, person, network, role, since)
            SELECT organisation, $2, network, role, since FROM staff WHERE person = $1
            ON CONFLICT DO NOTHING
            """,
            stand,
            person
        )
        try run(
            """
            INSERT INTO guardian (network, guardian, ward, since)
            SELECT network, $2, ward, since FROM guardian WHERE guardian = $1
            ON CONFLICT DO NOTHING
            """,
            stand,
            person
        )
        try run("UPDATE redemption SET guardian = $2 WHERE guardian = $1", stand, person)
        try run("DELETE FROM office WHERE person = $1", stand)
        try run("DELETE FROM staff WHERE person = $1", stand)
        try run("DELETE FROM guardian WHERE guardian = $1", stand)
        try run("DELETE FROM token WHERE person = $1", stand)
        try run("DELETE FROM code WHERE person = $1", stand)
        try run("DELETE FROM person WHERE id = $1", stand)
    }
}
