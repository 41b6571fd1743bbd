internal import Ledger
package import Timebank

extension Offer: Shaped {
    package static let shape = Shape<Offer>(
        "Offer",
        [
            .member("id", .id) { $0.id }, .member("organisation", .id) { $0.organisation },
            .member("organisationName", .text(0...480)) { $0.organisationName },
            .member("title", .text(0...480)) { $0.title },
            .member("details", .text(0...8_000)) { $0.details },
            .member("adult", .amount(0...100_000)) { $0.adult },
            .member(
                "child",
                .orNull(.amount(0...100_000)),
                "Null where children do not come."
            ) { $0.child },
            .member("open", .flag) { $0.isOpen },
        ]
    )
}
