internal import Ledger
internal import Timebank

extension Hours: Shown {
    func show(to json: inout JSONWriter) {
        json.object { members(&$0) }
    }

    fileprivate func members(_ json: inout JSONWriter) {
        json.member("id", id)
        json.member("opportunity", opportunity)
        json.member("organisation", organisation)
        json.member("member", member)
        json.member("date", day.iso)
        json.member("minutes", minutes)
        json.member("note", note)
        json.member("status", status.rawValue)
        json.member("reason", reason)
        json.member("transfer", transfer)
    }

    static let members: [Property] = [
        Property("id", .id), Property("opportunity", .id), Property("organisation", .id),
        Property("member", .id), Property("date", .date), Property("minutes", .minutes),
        Property("note", .text(0...2_000)),
        Property("status", .word(Status.allCases.map(\.rawValue))),
        Property(
            "reason",
            .orNull(.text(0...2_000)),
            "Why they were refused, or confirmed beyond 24 hours on a day."
        ),
        Property("transfer", .orNull(.id), "What paid for them."),
    ]
}

extension WaitingHours: Shown {
    func show(to json: inout JSONWriter) {
        json.object { json in
            hours.members(&json)
            json.member("memberName", memberName)
            json.member("memberNumber", memberNumber)
            json.member("title", title)
            json.name("oddities")
            json.list(oddities) { $0.text($1.rawValue) }
        }
    }

    static let members =
        Hours.members + [
            Property("memberName", .text(0...480)), Property("memberNumber", .text(1...32)),
            Property("title", .text(0...480), "What was to be done."),
            Property(
                "oddities",
                .list(.word(Oddity.allCases.map(\.rawValue)), most: nil),
                "Why to look twice: more than 24 hours on that day (`day`), equal to others "
                    + "(`same`), long, twice on one day, old, on a day that is still to come "
                    + "(`future`), or one's own."
            ),
        ]
}

extension Confirmation: Shown {
    func show(to json: inout JSONWriter) {
        json.object { json in
            json.member("hours", shown: hours)
            json.member("transfer", shown: ShownTransfer(transfer))
        }
    }

    static let members: [Property] = [
        Property("hours", .named("Hours")), Property("transfer", .named("Transfer")),
    ]
}

extension Confirmations: Shown {
    func show(to json: inout JSONWriter) {
        json.object { json in
            json.name("confirmed")
            json.list(confirmed) { $0.id($1) }
            json.name("left")
            json.list(left) { $0.id($1) }
        }
    }

    static let members: [Property] = [
        Property("confirmed", .list(.id, most: nil), "The hours that were confirmed and paid."),
        Property(
            "left",
            .list(.id, most: nil),
            "Those that were not: one's own, or decided already, or more than the day has, or "
                + "entered to be confirmed later."
        ),
    ]
}
