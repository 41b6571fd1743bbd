internal import Ledger
package import Timebank

extension Guardian: Shaped {
    package static let shape = Shape<Guardian>(
        "Guardian",
        [
            .member("person", .id) { $0.person }, .member("name", .text(0...480)) { $0.name },
            .member("since", .time) { $0.since },
        ]
    )
}

extension Relative: Shaped {
    package static let shape = Shape<Relative>(
        "Relative",
        [
            .member("member", .id) { $0.member }, .member("name", .text(0...480)) { $0.name },
            .member("number", .text(1...32)) { $0.number },
            .member("since", .time) { $0.since },
        ]
    )
}

extension Roles: Shaped {
    package static let shape = Shape<Roles>(
        "Roles",
        [
            .member("offices", .list(.word)) { $0.offices },
            .member("posts", .list(.shown), "Roles at organisations.") { $0.posts },
            .member(
                "wards",
                .list(.text(0...480)),
                "The names of those for whom they act."
            ) { $0.wards },
        ]
    )
}

extension Roles.Post: Shaped {
    package static let shape = Shape<Roles.Post>(
        inner: [
            .member("slug", .slug, "The organisation's.") { $0.slug },
            .member("name", .text(0...480)) { $0.name }, .member("role", .word) { $0.role },
        ]
    )
}
