package import Ledger
internal import Store

/// Makes a code that somebody is handed on paper, to choose a password with.
///
/// For a member without a sign-in it sets one up; for one who has forgotten their password it is
/// the way back, and they are told of it. Whoever hands it over reaches all that the person is
/// (``View/requireReach(_:over:)``). An earlier code for the same member no longer works.
package struct HandOverCode: Operation {
    package let member: MemberName

    package static let name = "code.hand-over"
    package static let access: Access = .coordinator || .anyStaff(.lead) || .operator
    package var subject: Subject { .owned(member) }

    /// A code for a member.
    package init(member: MemberName) { self.member = member }

    package func run(at desk: Desk) throws -> HandedCode {
        guard let found = try desk.tx.member(member, in: desk.here.id) else {
            throw AccessRefusal.notFound
        }
        let member = try desk.keep(found.id)
        guard member.status != .erased else { throw AccessRefusal.notFound }
        let standing = try desk.view.requireReach(.code, over: member)
        try desk.tell(member.person, .code, standing)
        desk.touch(member.id)
        return try desk.handOverCode(person: member.person, member: member)
    }
}

/// A code, for whoever it is handed to.
package struct HandedCode: Outcome {
    package let code: SetUpCode
    package let expires: Instant
    /// Whose it is; none where it makes an operator.
    package let member: Member?

    package var made: [Int64] { [] }

    /// A code is shown once; whoever lost it makes another.
    package static func recall(_ made: [Int64], at view: View) throws -> HandedCode {
        throw RequestRefusal.keyReused
    }

    package var once: [String] {
        [code.revealed, expires.rfc3339] + (member.map { [$0.id.description] } ?? [])
    }

    package static func recall(
        _ made: [Int64],
        once: [String],
        at view: View
    ) throws -> HandedCode {
        guard once.count >= 2, let code = SetUpCode(once[0]),
            let expires = Instant(rfc3339: once[1])
        else { return try recall(made, at: view) }
        let member = try once.dropFirst(2).first.flatMap { Member.ID($0) }.flatMap {
            try view.tx.member($0, in: view.here.id)
        }
        return HandedCode(code: code, expires: expires, member: member)
    }
}

extension Desk {
    /// Makes a code for a person, or for a member who is nobody yet.
    func handOverCode(person: Person.ID?, member: Member?) throws -> HandedCode {
        try tx.dropCodes(of: person, member: member?.id)
        let code = SetUpCode(drawing: dice)
        let expires = now + SetUpCode.lasts
        try tx.run(
            """
            INSERT INTO code (digest, person, network, member, created_at, expires_at)
            VALUES ($1, $2, $3, $4, $5, $6)
            """,
            code.digest,
            person,
            view.network?.id,
            member?.id,
            now,
            expires
        )
        try mark(
            .code,
            of: member?.id.raw ?? person?.raw ?? 0,
            in: view.network?.id.raw ?? 0,
            code.digest,
            person,
            member?.id,
            now,
            expires
        )
        return HandedCode(code: code, expires: expires, member: member)
    }
}

/// A code as the store knows it: whom it lets choose a password.
struct CodeGrant: Sendable {
    let person: Person.ID?
    let network: Network.ID?
    let member: Member.ID?

    init(_ row: Row) {
        person = row.idIfAny(0)
        network = row.idIfAny(1)
        member = row.idIfAny(2)
    }
}

extension Transaction {
    /// Makes earlier codes useless: there is a newer one, or the person has become more since.
    func dropCodes(of person: Person.ID?, member: Member.ID?) throws {
        try run("DELETE FROM code WHERE person = $1 OR member = $2", person, member)
    }

    /// Whom a code is for, if it is good.
    func grant(of code: SetUpCode, now: Instant) throws -> CodeGrant? {
        try first(
            "SELECT person, network, member FROM code WHERE digest = $1 AND expires_at > $2",
            code.digest,
            now,
            as: CodeGrant.init
        )
    }

    /// Uses a code up.
    ///
    /// - Throws: ``SigningInRefusal/codeInvalid`` for one that is unknown, used or too old.
    func take(_ code: SetUpCode, now: Instant) throws -> CodeGrant {
        let grant = try first(
            """
            DELETE FROM code WHERE digest = $1 AND expires_at > $2
            RETURNING person, network, member
            """,
            code.digest,
            now,
            as: CodeGrant.init
        )
        guard let grant else { throw SigningInRefusal.codeInvalid }
        return grant
    }
}
