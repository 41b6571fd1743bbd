internal import Ledger
internal import Timebank

extension StaffMember: Shown {
    func show(to json: inout JSONWriter) {
        json.object { json in
            json.member("person", person)
            json.member("name", name)
            json.member("number", number)
            json.member("role", role.rawValue)
            json.member("since", since)
        }
    }

    static let members: [Property] = [
        Property("person", .id), Property("name", .text(0...480)),
        Property("number", .orNull(.text(1...32)), "Null for somebody who is no member."),
        Property("role", .word(StaffRole.allCases.map(\.rawValue))), Property("since", .time),
    ]
}
