internal import Ledger
package import Timebank

extension StaffMember: Shaped {
    package static let shape = Shape<StaffMember>(
        "Staff",
        [
            .member("person", .id) { $0.person }, .member("name", .text(0...480)) { $0.name },
            .member("number", .orNull(.text(1...32)), "Null for somebody who is no member.") {
                $0.number
            },
            .member("role", .word) { $0.role }, .member("since", .time) { $0.since },
        ]
    )
}
