internal import Ledger
internal import Store

/// Gives somebody who holds a code the password they chose, and ends what they were signed in to.
///
/// A member who was nobody yet becomes a person, who signs in with the e-mail address that staff
/// wrote down or, where there is none or somebody else has it, with the membership number.
package struct UseCode: Operation {
    /// The code as it was typed.
    let code: String
    /// The number or e-mail that was typed with it, which must be theirs.
    let login: String?
    /// The hash of the password that was chosen.
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
        guard let code = SetUpCode(code) else { throw Refusal.codeInvalid }
        let grant = try desk.tx.take(code, now: desk.now)
        let member = try desk.tx.member(of: grant)
        try requireTheirs(member: member, person: grant.person, in: desk.tx)
        let person = try grant.person ?? desk.welcome(member, login: login)
        let rows = try desk.tx.change(
            "UPDATE person SET password = $1, password_at = $2 WHERE id = $3",
            password,
            desk.now,
            person
        )
        guard rows == 1 else { throw Refusal.codeInvalid }
        if let member, grant.person != nil {
            try desk.tx.giveLogin(member.email, to: person)
        }
        try desk.tx.endSignIns(of: person)
        try desk.tx.dropCodes(of: person, member: member?.id)
        desk.touch(person)
        return SetUp(person: person)
    }

    /// Refuses a login that is not the one of whom the code is for.
    private func requireTheirs(
        member: Member?,
        person: Person.ID?,
        in tx: Transaction
    ) throws {
        guard let login, !foldedLogin(login).isEmpty else { return }
        let own = try person.flatMap { try tx.person($0)?.login }
        switch Login(login, network: nil) {
        case .email(let address) where address == own || address == member?.email: return
        case .number(let number, _) where MemberNumber(member?.number ?? "")?.folded == number:
            return
        default: throw Refusal.invalid(field: "login", .unknown)
        }
    }
}

/// Somebody who has a password now.
package struct SetUp: Outcome {
    package let person: Person.ID

    package var made: [Int64] { [person.raw] }

    package static func recall(_ made: [Int64], at view: View) throws -> SetUp {
        SetUp(person: Person.ID(raw: made.first ?? 0))
    }
}

extension Desk {
    /// Makes a member who is nobody yet somebody who can sign in.
    ///
    /// - Throws: ``Refusal/loginTaken`` for somebody who typed an address that is a sign-in
    ///   already: they sign in and join with the code instead.
    fileprivate func welcome(_ member: Member?, login typed: String?) throws -> Person.ID {
        guard let member, member.person == nil, member.status != .erased else {
            throw Refusal.codeInvalid
        }
        guard let email = member.email else { return try newSignIn(for: member) }
        let isTaken = try tx.lock(of: .email(email)) != nil
        if isTaken, typed?.contains("@") ?? false { throw Refusal.loginTaken }
        return try newSignIn(for: member, login: isTaken ? nil : email)
    }
}

extension Transaction {
    /// The member whom a code is for.
    func member(of grant: CodeGrant) throws -> Member? {
        guard let member = grant.member, let network = grant.network else { return nil }
        return try self.member(member, in: network)
    }

    /// Lets a person who signs in by number only sign in by e-mail too, if nobody else does.
    fileprivate func giveLogin(_ email: String?, to person: Person.ID) throws {
        guard let email, try lock(of: .email(email)) == nil else { return }
        try run("UPDATE person SET login = $1 WHERE id = $2 AND login IS NULL", email, person)
    }
}
