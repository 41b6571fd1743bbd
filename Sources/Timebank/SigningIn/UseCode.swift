internal import Ledger
internal import Store

/// Sets the password of the holder of a code, and ends their other sign-ins.
///
/// A member who has no person yet gets one. The login is the e-mail address that staff recorded;
/// without one, or if somebody else signs in with it, the person uses the membership number.
package struct UseCode: Operation {
    /// The code as it was typed.
    let code: String
    /// The number or e-mail address typed with it; refused if it is not theirs.
    let login: String?
    /// The hash of the chosen password.
    let password: String

    package static let name = "code.use"
    package static let access: Access = .anyone
    package var subject: Subject { .installation }

    init(code: String, login: String?, password: String) {
        self.code = code
        self.login = login
        self.password = password
    }

    package func run(at desk: Desk) throws -> SetUp {
        guard let code = SetUpCode(code) else { throw SigningInRefusal.codeInvalid }
        let (grant, member) = try desk.take(code)
        try requireTheirs(member: member, person: grant.person, in: desk.tx)
        let known = try grant.person.map { try desk.tx.standing(of: $0) }
        let person = try grant.person ?? desk.welcome(member)
        try desk.changes(.person, person)
        if let member { try desk.tx.giveLogin(member.email, to: person) }
        let rows = try desk.tx.change(
            "UPDATE person SET password = $1, password_at = $2 WHERE id = $3",
            password,
            desk.now,
            person
        )
        guard rows == 1 else { throw SigningInRefusal.codeInvalid }
        try desk.tx.endSignIns(of: person)
        try desk.tx.dropCodes(of: person, member: member?.id)
        if let known { try desk.tell(person, .codeUsed, known) }
        desk.touch(person)
        return SetUp(person: person)
    }

    /// Refuses a login that is not that of the code's member or person.
    ///
    /// - Throws: ``SigningInRefusal/loginTaken`` for the member's address if somebody else signs in
    ///   with it; that person signs in and uses ``JoinWithCode`` instead.
    ///   ``FieldRefusal/invalid(field:_:)`` for any other login.
    private func requireTheirs(
        member: Member?,
        person: Person.ID?,
        in tx: Transaction
    ) throws {
        guard let login, !foldedLogin(login).isEmpty else { return }
        switch Login(login, network: nil) {
        case .email(let address, _):
            let owner = try tx.lock(of: .email(address))?.person
            if let owner, owner == person { return }
            guard address == member?.email else {
                throw Fields.login.refusal(.unknown)
            }
            if owner != nil { throw SigningInRefusal.loginTaken }
        case .number(let number, _)
        where MemberNumber(member?.number ?? "").map { number.canStand(for: $0) } == true:
            return
        default: throw Fields.login.refusal(.unknown)
        }
    }
}

/// The person who now has a password.
package struct SetUp: Outcome {
    package let person: Person.ID

    package var made: [Int64] { [person.raw] }

    package static func recall(_ made: [Int64], at view: View) throws -> SetUp {
        SetUp(person: Person.ID(raw: made.first ?? 0))
    }
}

extension Desk {
    /// Makes the person as whom a member without one signs in.
    fileprivate func welcome(_ member: Member?) throws -> Person.ID {
        guard let member, member.person == nil, member.status != .erased else {
            throw SigningInRefusal.codeInvalid
        }
        return try newSignIn(for: member)
    }
}

extension Desk {
    /// Deletes a code, and locks the member and the people concerned.
    ///
    /// - Throws: ``SigningInRefusal/codeInvalid`` if it is unknown, used or expired.
    func take(_ code: SetUpCode) throws -> (CodeGrant, Member?) {
        guard let grant = try tx.grant(of: code, now: now) else {
            throw SigningInRefusal.codeInvalid
        }
        if let member = grant.member { try tx.alone(on: member.raw) }
        let people = try [grant.person, actor.person, tx.member(of: grant)?.person]
        for person in Set(people.compactMap(\.self)).sorted() { try tx.alone(on: person.raw) }
        let taken = try tx.take(code, now: now)
        return (taken, try tx.member(of: taken))
    }
}

extension Transaction {
    /// The member whom a code is for; nil if it is for a person only.
    func member(of grant: CodeGrant) throws -> Member? {
        guard let member = grant.member, let network = grant.network else { return nil }
        return try self.member(member, in: network)
    }

    /// Gives a person the recorded e-mail address as login, unless another person has it.
    ///
    /// Does nothing for a person who has a login or a password: they may have changed the address
    /// to that of somebody else.
    fileprivate func giveLogin(_ email: String?, to person: Person.ID) throws {
        guard let email else { return }
        try alone(on: lockName("login", email))
        guard try lock(of: .email(email)) == nil else { return }
        try run(
            """
            UPDATE person SET login = $1
            WHERE id = $2 AND login IS NULL AND password IS NULL
            """,
            email,
            person
        )
    }
}
