internal import Ledger
internal import Store

/// Gives tokens to the first members of a network, so that speed can be measured as many people.
///
/// Members who have no sign-in get one without a password. Only whoever runs the server may: a
/// token opens everything that its person sees.
package struct IssueTokens: Operation {
    package let count: Int
    /// The member after whom to begin; none for the first.
    package let after: Member.ID?

    package static let name = "token.issue-many"
    package static let access: Access = .operator
    package var subject: Subject { .network }

    /// How many can be given at once.
    package static let most = 100_000

    /// Tokens for members in the order in which they joined.
    package init(count: Int, after: Member.ID? = nil) {
        self.count = count
        self.after = after
    }

    package func run(at desk: Desk) throws -> TokensIssued {
        guard (1...Self.most).contains(count) else {
            throw FieldRefusal.invalid(field: "count", .outOfRange(1...Int64(Self.most)))
        }
        let members = try desk.tx.all(
            """
            SELECT \(Member.columns) FROM member
            WHERE network = $1 AND id > $2 AND status = 'active' ORDER BY id LIMIT $3
            """,
            desk.here.id,
            after ?? Member.ID(raw: 0),
            count,
            as: Member.init
        )
        let expires = desk.now + TokenPurpose.api.lasts
        let items = try members.map { member in
            let token = TokenText(drawing: desk.dice)
            let person = try member.person ?? desk.newSignIn(for: member)
            try desk.insertToken(
                token.digest,
                of: person,
                .api,
                from: desk.now,
                until: expires
            )
            return TokensIssued.Item(member: member, token: token)
        }
        return TokensIssued(items: items)
    }
}

/// Members with a token each.
package struct TokensIssued: Outcome {
    /// One member's token.
    package struct Item: Sendable {
        package let member: Member
        package let token: TokenText
    }

    package let items: [Item]

    package var made: [Int64] { [] }

    /// Tokens are shown once; a second answer has none.
    package static func recall(_ made: [Int64], at view: View) throws -> TokensIssued {
        TokensIssued(items: [])
    }
}

extension Desk {
    /// Makes the person as which a member signs in, without a login or a password of their own.
    func newSignIn(for member: Member) throws -> Person.ID {
        let person = try newPerson(name: member.name, login: nil, language: member.language)
        let rows = try tx.change(
            """
            UPDATE member SET person = $1
            WHERE id = $2 AND person IS NULL AND status <> 'erased'
            """,
            person.id,
            member.id
        )
        // Somebody else was quicker: all of it is run again, to find what they made.
        guard rows == 1 else { throw StoreError.conflict }
        return person.id
    }
}
