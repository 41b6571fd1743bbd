internal import Ledger
internal import Timebank

extension OfficeHolder: Shown {
    func show(to json: inout JSONWriter) {
        json.object { json in
            json.member("person", person)
            json.member("name", name)
            json.member("number", number)
            json.member("office", office.rawValue)
        }
    }

    static let members: [Property] = [
        Property("person", .id), Property("name", .text(0...480)),
        Property("number", .orNull(.text(1...32)), "Null for somebody who is no member."),
        Property("office", .word(Office.allCases.map(\.rawValue))),
    ]
}
