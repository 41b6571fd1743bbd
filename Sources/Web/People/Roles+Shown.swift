internal import Ledger
internal import Timebank

extension Guardian: Shown {
    func show(to json: inout JSONWriter) {
        json.object { json in
            json.member("person", person)
            json.member("name", name)
            json.member("since", since)
        }
    }

    static let members: [Property] = [
        Property("person", .id), Property("name", .text(0...480)), Property("since", .time),
    ]
}

extension Relative: Shown {
    func show(to json: inout JSONWriter) {
        json.object { json in
            json.member("member", member)
            json.member("name", name)
            json.member("number", number)
            json.member("since", since)
        }
    }

    static let members: [Property] = [
        Property("member", .id), Property("name", .text(0...480)),
        Property("number", .text(1...32)), Property("since", .time),
    ]
}

extension Roles: Shown {
    func show(to json: inout JSONWriter) {
        json.object { json in
            json.name("offices")
            json.list(offices) { $0.text($1.rawValue) }
            json.name("posts")
            json.list(posts) { $1.show(to: &$0) }
            json.name("wards")
            json.list(wards) { $0.text($1) }
        }
    }

    static let members: [Property] = [
        Property("offices", .list(.word(Office.allCases.map(\.rawValue)), most: nil)),
        Property("posts", .list(.object(Post.members), most: nil), "Roles at organisations."),
        Property(
            "wards",
            .list(.text(0...480), most: nil),
            "The names of those for whom they act."
        ),
    ]
}

extension Roles.Post: Shown {
    func show(to json: inout JSONWriter) {
        json.object { json in
            json.member("slug", slug.description)
            json.member("name", name)
            json.member("role", role.rawValue)
        }
    }

    static let members: [Property] = [
        Property("slug", .slug, "The organisation's."), Property("name", .text(0...480)),
        Property("role", .word(StaffRole.allCases.map(\.rawValue))),
    ]
}
