internal import Ledger
internal import Store

/// Issues API tokens to active members of a network, for load tests with many people.
///
/// Members who have no person get one without a password. Only an operator may do this, since a
/// token gives access to everything of its person.
package struct IssueTokens: Operation {
    package let count: Int
    /// The member after whom to continue; nil to begin with the first.
    package let after: Member.ID?

    package static let name = "token.issue-many"
    package static let access: Access = .operator
    package var subject: Subject { .network }

    /// The maximum number of tokens at once.
    package static let most = 100_000

    /// Creates the request, for members in the order in which they were recorded.
    package init(count: Int, after: Member.ID? = nil) {
        self.count = count
        self.after = after
    }

    package func run(at desk: Desk) throws -> TokensIssued {
        _ = try Fields.count.checked(Int64(count))
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

/// The issued tokens.
package struct TokensIssued: Outcome {
    /// A member and their token.
    package struct Item: Sendable {
        package let member: Member
        package let token: TokenText
    }

    package let items: [Item]

    package var made: [Int64] { [] }

    /// Tokens are shown only once, so a repeated answer is empty.
    package static func recall(_ made: [Int64], at view: View) throws -> TokensIssued {
        TokensIssued(items: [])
    }
}

extension Desk {
    /// Makes the person as whom a member signs in, without a login or a password.
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
        // A concurrent transaction was faster; the retry finds the person that it made.
        guard rows == 1 else { throw StoreError.conflict }
        return person.id
    }
}
