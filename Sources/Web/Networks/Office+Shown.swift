internal import Ledger
package import Timebank

extension OfficeHolder: Shaped {
    package static let shape = Shape<OfficeHolder>(
        "OfficeHolder",
        [
            .member("person", .id) { $0.person }, .member("name", .text(0...480)) { $0.name },
            .member("number", .orNull(.text(1...32)), "Null for somebody who is no member.") {
                $0.number
            },
            .member("office", .word) { $0.office },
        ]
    )
}
