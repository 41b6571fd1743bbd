internal import Ledger
internal import Store

/// A typed login: an e-mail address or a membership number.
enum Login {
    /// A folded address; `older` is the form that versions without Unicode normalisation stored.
    case email(String, older: String? = nil)
    /// A number and the slug of its network, if one was given.
    case number(MemberNumber, in: String?)

    /// Parses what was typed; nil if nobody can have such a login.
    init?(_ typed: String, network: String?) {
        let text = typed.trimmed
        guard text.utf8.count <= 1_000, text.utf8.allSatisfy({ $0 >= 32 }) else { return nil }
        if text.contains("@") {
            self = .email(foldedLogin(text), older: text.lowercased())
        } else if let number = MemberNumber(text) {
            self = .number(number, in: network.map { foldedLogin($0) })
        } else {
            return nil
        }
    }

    /// The text by which attempts are counted.
    var text: String {
        switch self {
        case .email(let address, _): address
        // However its hyphen is typed, so that this gives nobody further attempts.
        case .number(let number, let network): "\(number.issuedForm) \(network ?? "")"
        }
    }
}

/// A person and the password hash that a sign-in is compared with.
struct Lock: Sendable {
    let person: Person.ID
    /// The stored hash; nil if the person has not chosen a password yet.
    let password: String?

    init(_ row: Row) {
        person = row.id(0)
        password = row.textIfAny(1)
    }

    /// Nil for a member without a person.
    init?(ifAny row: Row) {
        guard !row.isNull(0) else { return nil }
        self.init(row)
    }
}

extension Transaction {
    /// The person of a login; nil if there is none, or if a number is used in several networks.
    func lock(of login: Login) throws -> Lock? {
        switch login {
        case .email(let address, let older):
            return try first(
                """
                SELECT id, password FROM person WHERE login IN ($1, $2)
                ORDER BY CASE WHEN login = $1 THEN 0 ELSE 1 END
                """,
                address,
                older,
                as: Lock.init
            )
        case .number(let number, let network):
            let (folded, issued) = (number.folded, number.issuedForm)
            let found = try locks(folded: folded, in: network)
            // The number as it was typed first, for another system may have issued it.
            let theirs =
                found.isEmpty && folded != issued ? try locks(folded: issued, in: network) : found
            return theirs.count == 1 ? theirs[0] : nil
        }
    }

    /// The people with this number in a network, or in any: of none, one or two.
    private func locks(folded number: String, in network: String?) throws -> [Lock?] {
        if let network {
            return try all(
                """
                SELECT p.id, p.password
                FROM member m JOIN network n ON n.id = m.network JOIN person p ON p.id = m.person
                WHERE m.folded_number = $1 AND n.slug = $2
                """,
                number,
                network,
                as: Lock.init
            )
        }
        // Members who have never signed in count too, since the number is ambiguous all the same.
        return try all(
            """
            SELECT p.id, p.password FROM member m LEFT JOIN person p ON p.id = m.person
            WHERE m.folded_number = $1 AND m.status <> 'erased' LIMIT 2
            """,
            number,
            as: Lock.init(ifAny:)
        )
    }

    /// The stored password hash of a person; nil if there is no such person.
    func lock(of person: Person.ID) throws -> Lock? {
        try first("SELECT id, password FROM person WHERE id = $1", person, as: Lock.init)
    }
}
