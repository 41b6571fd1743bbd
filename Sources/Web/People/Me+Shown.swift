internal import Ledger
package import Timebank

extension Timebank.SignedIn: Shaped {
    package static let shape = Shape<Timebank.SignedIn>(
        "Token",
        [
            .member("token", .text(43...43), "For its holder alone: only its hash is kept.") {
                $0.token.revealed
            },
            .member("expires", .time) { $0.expires },
        ]
    )
}

extension Me: Shaped {
    package static let shape = Shape<Me>(
        "Me",
        [
            .member("person", .id) { $0.person.id },
            .member("name", .text(0...480)) { $0.person.name },
            .member("login", .orNull(.text(0...254)), "The e-mail address they sign in with.") {
                $0.person.login
            },
            .member("language", .text(2...10)) { $0.person.language },
            .member("operator", .flag, "Whether they run the server.") { $0.isOperator },
            .member("roles", .list(.shown)) { $0.roles },
            .member("memberships", .list(.shown)) { $0.memberships },
            .member("staff", .list(.shown)) { $0.staff },
            .member("wards", .list(.shown), "For whom they act.") { $0.wards },
            .member(
                "notices",
                .list(.shown),
                "What somebody else did to them, until they say that they have seen it."
            ) { $0.notices },
        ]
    )
}

extension Notice: Shaped {
    package static let shape = Shape<Notice>(
        inner: [
            .member("id", .id) { $0.id }, .member("kind", .word) { $0.kind },
            .member("by", .orNull(.text(0...480)), "Null for the command line.") { $0.by },
            .member("at", .time) { $0.at },
        ]
    )
}

extension Me.Role: Shaped {
    package static let shape = Shape<Me.Role>(
        inner: [
            .member("network", .slug) { $0.network }, .member("role", .word) { $0.role },
        ]
    )
}

extension Me.Membership: Shaped {
    package static let shape = Shape<Me.Membership>(
        inner: [
            .member("network", .slug) { $0.network }, .member("member", .id) { $0.member },
            .member("number", .text(1...32)) { $0.number },
            .member("account", .id, "The wallet.") { $0.account },
            .member("minutes", .balance) { $0.minutes },
            .member("held", .balance, "Of these, reserved.") { $0.held },
        ]
    )
}

extension Me.Post: Shaped {
    package static let shape = Shape<Me.Post>(
        inner: [
            .member("network", .slug) { $0.network },
            .member("organisation", .id) { $0.organisation },
            .member("role", .word) { $0.role },
        ]
    )
}

extension Me.Ward: Shaped {
    package static let shape = Shape<Me.Ward>(
        inner: [
            .member("network", .slug) { $0.network }, .member("member", .id) { $0.member },
            .member("name", .text(0...480)) { $0.name },
            .member("account", .id) { $0.account },
        ]
    )
}
