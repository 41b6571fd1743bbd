internal import Ledger
internal import Store

/// A typed login: an e-mail address or a membership number.
enum Login {
    /// A folded address; `older` is the form that versions without Unicode normalisation stored.
    case email(String, older: String? = nil)
    /// A folded number and the slug of its network, if one was given.
    case number(String, in: String?)

    /// Parses what was typed; nil if nobody can have such a login.
    init?(_ text: String, network: String?) {
        guard text.utf8.count <= 1_000, text.utf8.allSatisfy({ $0 >= 32 }) else { return nil }
        if text.contains("@") {
            self = .email(foldedLogin(text), older: text.trimmed.lowercased())
        } else if let number = MemberNumber(text) {
            self = .number(number.folded, in: network.map { foldedLogin($0) })
        } else {
            return nil
        }
    }

    /// The text by which attempts are counted.
    var text: String {
        switch self {
        case .email(let address, _): address
        case .number(let number, let network): "\(number) \(network ?? "")"
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
        case .number(let number, let network?):
            return try first(
                """
                SELECT p.id, p.password
                FROM member m JOIN network n ON n.id = m.network JOIN person p ON p.id = m.person
                WHERE m.folded_number = $1 AND n.slug = $2
                """,
                number,
                network,
                as: Lock.init
            )
        case .number(let number, nil):
            // Members who have never signed in count too, since the number is ambiguous all the
            // same.
            let found = try all(
                """
                SELECT p.id, p.password FROM member m LEFT JOIN person p ON p.id = m.person
                WHERE m.folded_number = $1 AND m.status <> 'erased' LIMIT 2
                """,
                number,
                as: Lock.init(ifAny:)
            )
            return found.count == 1 ? found[0] : nil
        }
    }

    /// The stored password hash of a person; nil if there is no such person.
    func lock(of person: Person.ID) throws -> Lock? {
        try first("SELECT id, password FROM person WHERE id = $1", person, as: Lock.init)
    }
}
