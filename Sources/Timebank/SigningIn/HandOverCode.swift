package import Ledger
internal import Store

/// Makes a one-time code, handed over on paper, with which a member chooses a password.
///
/// It gives a first sign-in to a member who has none, and a new password to one who has forgotten
/// theirs, who is notified. ``View/requireReach(_:over:)`` decides who may make it. An earlier code
/// for the same member no longer works.
package struct HandOverCode: Operation {
    package let member: MemberName

    package static let name = "code.hand-over"
    package static let access: Access = .coordinator || .anyStaff(.lead) || .operator
    package var subject: Subject { .owned(member) }

    /// Creates the request for a member's code.
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

/// A code as it is shown to the person who made it.
package struct HandedCode: Outcome {
    package let code: SetUpCode
    package let expires: Instant
    /// The member whom it is for; nil if it is for an operator.
    package let member: Member?

    package var made: [Int64] { [] }

    /// Always throws, because the code is shown only once; a lost one is replaced by a new one.
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
    /// Makes a code for a person, or for a member who has no person yet.
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

/// The person or member for whom a code was made, as the store records it.
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
    /// Deletes earlier codes, since there is a newer one or the person has received more rights.
    func dropCodes(of person: Person.ID?, member: Member.ID?) throws {
        try run("DELETE FROM code WHERE person = $1 OR member = $2", person, member)
    }

    /// For whom a code was made; nil if it is unknown, used or expired.
    func grant(of code: SetUpCode, now: Instant) throws -> CodeGrant? {
        try first(
            "SELECT person, network, member FROM code WHERE digest = $1 AND expires_at > $2",
            code.digest,
            now,
            as: CodeGrant.init
        )
    }

    /// Deletes a code, so that it is used once.
    ///
    /// - Throws: ``SigningInRefusal/codeInvalid`` if it is unknown, used or expired.
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
