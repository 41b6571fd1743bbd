internal import Ledger
internal import Timebank
internal import Web

extension Member {
    /// The member, for programs: as the API shows them, then the id under its older name.
    var json: JSON { .shown(self, and: older) }

    /// The same, with a code that was handed over.
    func json(with code: HandedCode) -> JSON { .shown(self, and: older + code.fields) }

    fileprivate var older: [(String, JSON)] { [("member", .text(id.description))] }
}

extension MemberState {
    /// The member with what they have, for programs.
    var json: JSON { .shown(self, and: member.older) }

    /// The same, with what they are.
    func json(with more: [(String, JSON)]) -> JSON { .shown(self, and: member.older + more) }
}

extension Roles {
    /// What somebody is, for people.
    var words: [String] {
        offices.map(\.rawValue) + posts.map { "\($0.role.rawValue) at \($0.name)" }
    }

    /// What somebody is, for programs: as the API shows it, then the posts under their older name.
    var facts: [(String, JSON)] {
        let staff = posts.map { post in
            JSON.object([
                ("organisation", .text(post.slug.description)),
                ("role", .text(post.role.rawValue)),
            ])
        }
        return fields + [("staff", .list(staff))]
    }
}

extension HandedCode {
    /// The code, for a piece of paper.
    func words(at network: String) -> String {
        """
        To choose a password: open /\(network)/set-up at the server's address and type this \
        code, good once and until \(expires.day):
        \(code.revealed)
        """
    }
}
