internal import Ledger
internal import Timebank

extension Opportunity: Shown {
    func show(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("organisation", organisation)
            json.member("organisationName", organisationName)
            json.member("title", title)
            json.member("details", details)
            json.member("place", place)
            json.member("minutes", minutes)
            json.member("open", isOpen)
        }
    }

    static let members: [Property] = [
        Property("id", .id), Property("organisation", .id),
        Property("organisationName", .text(0...480)), Property("title", .text(0...480)),
        Property("details", .text(0...8_000)), Property("place", .text(0...800)),
        Property("minutes", .minutes, "How long it usually takes."), Property("open", .flag),
    ]
}
