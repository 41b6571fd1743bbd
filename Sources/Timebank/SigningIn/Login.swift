internal import Ledger
internal import Store

/// What somebody types to say who they are: an e-mail address or a membership number.
enum Login {
    /// An address as it is compared, and as versions compared it that took bytes as they came.
    case email(String, older: String? = nil)
    /// A number as it is compared, and the network it was said for.
    case number(String, in: String?)

    /// The login that was typed; none for what could be nobody's.
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

    /// What its tries are counted by.
    var text: String {
        switch self {
        case .email(let address, _): address
        case .number(let number, let network): "\(number) \(network ?? "")"
        }
    }
}

/// Somebody who can sign in, and what their password is compared with.
struct Lock: Sendable {
    let person: Person.ID
    /// The hash as it is kept; none for somebody who has not chosen a password yet.
    let password: String?

    init(_ row: Row) {
        person = row.id(0)
        password = row.textIfAny(1)
    }

    /// None where nobody can sign in.
    init?(ifAny row: Row) {
        guard !row.isNull(0) else { return nil }
        self.init(row)
    }
}

extension Transaction {
    /// Whose login it is; nobody's when a number is somebody's in several networks.
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
            // Whoever has the number counts, also one who has never signed in.
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

    /// What a person's password is compared with.
    func lock(of person: Person.ID) throws -> Lock? {
        try first("SELECT id, password FROM person WHERE id = $1", person, as: Lock.init)
    }
}
