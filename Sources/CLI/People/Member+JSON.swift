internal import Ledger
internal import Timebank

extension Member {
    /// The member, for programs.
    var fields: [(String, JSON)] {
        [
            ("member", .text(id.description)), ("number", .text(number)), ("name", .text(name)),
            ("card", .text(ifAny: card)), ("email", .text(ifAny: email)),
            ("phone", .text(ifAny: phone)), ("language", .text(language)),
            ("status", .text(status.rawValue)), ("joined", .text(joined.rfc3339)),
        ]
    }

    var json: JSON { .object(fields) }
}

extension MemberState {
    /// The member with what they have, for programs.
    var fields: [(String, JSON)] {
        member.fields + [
            ("minutes", purse.map { .number($0.minutes.count) } ?? .null),
            ("held", purse.map { .number($0.held.count) } ?? .null),
            ("signsIn", signsIn.map { .flag($0) } ?? .null),
        ]
    }

    var json: JSON { .object(fields) }
}

extension Roles {
    /// What somebody is, for people.
    var words: [String] {
        offices.map(\.rawValue) + posts.map { "\($0.role.rawValue) at \($0.name)" }
    }

    /// What somebody is, for programs.
    var fields: [(String, JSON)] {
        [
            ("offices", .list(offices.map { .text($0.rawValue) })),
            (
                "staff",
                .list(
                    posts.map {
                        .object([
                            ("organisation", .text($0.slug.description)),
                            ("role", .text($0.role.rawValue)),
                        ])
                    }
                )
            ),
            ("wards", .list(wards.map { .text($0) })),
        ]
    }
}

extension HandedCode {
    /// The code, for programs.
    var fields: [(String, JSON)] {
        [("code", .text(code.revealed)), ("expires", .text(expires.rfc3339))]
    }

    /// The code, for a piece of paper.
    func words(at network: String) -> String {
        """
        To choose a password: open /\(network)/set-up at the server's address and type this \
        code, good once and until \(expires.day):
        \(code.revealed)
        """
    }
}
