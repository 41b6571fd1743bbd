internal import Ledger
package import Timebank

extension Opportunity: Shaped {
    package static let shape = Shape<Opportunity>(
        "Opportunity",
        [
            .member("id", .id) { $0.id }, .member("organisation", .id) { $0.organisation },
            .member("organisationName", .text(0...480)) { $0.organisationName },
            .member("title", .text(0...480)) { $0.title },
            .member("details", .text(0...8_000)) { $0.details },
            .member("place", .text(0...800)) { $0.place },
            .member("minutes", .minutes, "How long it usually takes.") { $0.minutes },
            .member("open", .flag) { $0.isOpen },
        ]
    )
}
