internal import Ledger
internal import Timebank

extension Network: Shown {
    func show(to json: inout JSONWriter) {
        json.object { json in
            json.member("network", slug.description)
            json.member("name", name)
            json.name("unit")
            json.object { json in
                json.member("name", "credit")
                json.member("minutes", policy.credit)
            }
            json.member("model", model.rawValue)
            json.member("timeZone", zone)
            json.member("language", language)
            json.member("pot", pot.id)
            json.member("policy", shown: policy)
        }
    }

    static let members: [Property] = [
        Property("network", .slug), Property("name", .text(1...480)),
        Property(
            "unit",
            .object([Property("name", .word(["credit"])), Property("minutes", .minutes)]),
            "What people count in, and how many minutes it is."
        ),
        Property("model", .word(Model.allCases.map(\.rawValue))),
        Property("timeZone", .text(1...100)), Property("language", .text(2...10)),
        Property("pot", .id, "The account that everybody shares."),
        Property("policy", .named("Policy")),
    ]
}

extension Policy: Shown {
    func show(to json: inout JSONWriter) { json.object { showMembers(to: &$0) } }

    fileprivate func showMembers(to json: inout JSONWriter) {
        json.member("version", version)
        json.member("credit", credit)
        json.member("mutualLimit", mutualLimit)
        json.member("ceiling", ceiling)
        json.member("newcomerDays", newcomerDays)
        json.member("newcomerGifts", newcomerGifts)
        json.member("rounding", rounding)
        json.name("expiryDays")
        if let expiryDays { json.number(expiryDays) } else { json.null() }
    }

    static let members: [Property] = [
        Property("version", .number(1 ... .max)), Property("credit", .minutes),
        Property("mutualLimit", .balance, "How far below zero, in a mutual network."),
        Property("ceiling", .orNull(.balance), "The most that a wallet may hold."),
        Property("newcomerDays", .number(0 ... .max)),
        Property("newcomerGifts", .balance, "What a newcomer may give away in all."),
        Property("rounding", .minutes),
        Property(
            "expiryDays",
            .orNull(.number(1 ... .max)),
            "An older rule that nothing follows; null in new rules."
        ),
    ]
}

extension PolicyState: Shown {
    func show(to json: inout JSONWriter) {
        json.object { json in
            policy.showMembers(to: &json)
            json.member("since", since)
        }
    }

    static let members: [Property] =
        Policy.members + [Property("since", .time, "Since when this version holds.")]
}

/// Whom to ask for help.
struct ShownContact: Shown {
    let words: String

    func show(to json: inout JSONWriter) {
        json.object { $0.member("contact", words) }
    }

    static let members: [Property] = [
        Property("contact", .text(0...2_000), "In a few lines; empty where nobody has said.")
    ]
}
