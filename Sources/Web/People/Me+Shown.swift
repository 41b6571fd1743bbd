internal import Ledger
internal import Timebank

extension Timebank.SignedIn: Shown {
    func show(to json: inout JSONWriter) {
        json.object { json in
            json.member("token", token.revealed)
            json.member("expires", expires)
        }
    }

    static let members: [Property] = [
        Property("token", .text(43...43), "For its holder alone: only its hash is kept."),
        Property("expires", .time),
    ]
}

extension Me: Shown {
    func show(to json: inout JSONWriter) {
        json.object { json in
            json.member("person", person.id)
            json.member("name", person.name)
            json.member("login", person.login)
            json.member("language", person.language)
            json.member("operator", isOperator)
            json.name("roles")
            json.list(roles) { $1.show(to: &$0) }
            json.name("memberships")
            json.list(memberships) { $1.show(to: &$0) }
            json.name("staff")
            json.list(staff) { $1.show(to: &$0) }
            json.name("wards")
            json.list(wards) { $1.show(to: &$0) }
            json.name("notices")
            json.list(notices) { $1.show(to: &$0) }
        }
    }

    static let members: [Property] = [
        Property("person", .id), Property("name", .text(0...480)),
        Property("login", .orNull(.text(0...254)), "The e-mail address they sign in with."),
        Property("language", .text(2...10)),
        Property("operator", .flag, "Whether they run the server."),
        Property("roles", .list(.object(Role.members), most: nil)),
        Property("memberships", .list(.object(Membership.members), most: nil)),
        Property("staff", .list(.object(Post.members), most: nil)),
        Property("wards", .list(.object(Ward.members), most: nil), "For whom they act."),
        Property(
            "notices",
            .list(.object(Notice.members), most: nil),
            "What somebody else did to them, until they say that they have seen it."
        ),
    ]
}

extension Notice: Shown {
    func show(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("kind", kind.rawValue)
            json.member("by", by)
            json.member("at", at)
        }
    }

    static let members: [Property] = [
        Property("id", .id), Property("kind", .word(Kind.allCases.map(\.rawValue))),
        Property("by", .orNull(.text(0...480)), "Null for the command line."),
        Property("at", .time),
    ]
}

extension Me.Role: Shown {
    func show(to json: inout JSONWriter) {
        json.object { json in
            json.member("network", network.description)
            json.member("role", role.rawValue)
        }
    }

    static let members: [Property] = [
        Property("network", .slug), Property("role", .word(Office.allCases.map(\.rawValue))),
    ]
}

extension Me.Membership: Shown {
    func show(to json: inout JSONWriter) {
        json.object { json in
            json.member("network", network.description)
            json.member("member", member)
            json.member("number", number)
            json.member("account", account)
            json.member("minutes", minutes)
            json.member("held", held)
        }
    }

    static let members: [Property] = [
        Property("network", .slug), Property("member", .id), Property("number", .text(1...32)),
        Property("account", .id, "The wallet."), Property("minutes", .balance),
        Property("held", .balance, "Of these, reserved."),
    ]
}

extension Me.Post: Shown {
    func show(to json: inout JSONWriter) {
        json.object { json in
            json.member("network", network.description)
            json.member("organisation", organisation)
            json.member("role", role.rawValue)
        }
    }

    static let members: [Property] = [
        Property("network", .slug), Property("organisation", .id),
        Property("role", .word(StaffRole.allCases.map(\.rawValue))),
    ]
}

extension Me.Ward: Shown {
    func show(to json: inout JSONWriter) {
        json.object { json in
            json.member("network", network.description)
            json.member("member", member)
            json.member("name", name)
            json.member("account", account)
        }
    }

    static let members: [Property] = [
        Property("network", .slug), Property("member", .id), Property("name", .text(0...480)),
        Property("account", .id),
    ]
}
