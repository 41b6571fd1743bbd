internal import Ledger
internal import Timebank

@testable internal import Web

extension Tool: Shaped {
    static let shape = Shape<Tool>(
        "Tool",
        [
            .member("id", .id) { $0.id },
            .member("owner", .id, "The member whose it is.") { $0.owner },
            .member("name", .text(1...480)) { $0.name },
            .member(
                "borrower",
                .orNull(.id),
                "The member who has it now; null where it is with its owner."
            ) { $0.borrower },
        ]
    )
}
