internal import Ledger
internal import Timebank

extension Offer: Shown {
    func show(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("organisation", organisation)
            json.member("organisationName", organisationName)
            json.member("title", title)
            json.member("details", details)
            json.member("adult", adult)
            json.member("child", child)
            json.member("open", isOpen)
        }
    }

    static let members: [Property] = [
        Property("id", .id), Property("organisation", .id),
        Property("organisationName", .text(0...480)), Property("title", .text(0...480)),
        Property("details", .text(0...8_000)), Property("adult", .number(0...100_000)),
        Property("child", .orNull(.number(0...100_000)), "Null where children do not come."),
        Property("open", .flag),
    ]
}
