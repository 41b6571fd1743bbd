internal import Ledger
package import Timebank

extension Network: Shaped {
    package static let shape = Shape<Network>(
        "Network",
        [
            .member("network", .slug) { $0.slug }, .member("name", .text(1...480)) { $0.name },
            .member(
                "unit",
                .shown,
                "What people count in, and how many minutes it is."
            ) { Unit(minutes: $0.policy.credit) },
            .member("model", .word) { $0.model },
            .member("timeZone", .text(1...100)) { $0.zone },
            .member("language", .text(2...10)) { $0.language },
            .member("pot", .id, "The account that everybody shares.") { $0.pot.id },
            .member("policy", .shown) { $0.policy },
        ]
    )

    /// The unit in which people count: the credit, and how many minutes it is.
    private struct Unit: Shaped {
        let minutes: Minutes

        static let shape = Shape<Unit>(
            inner: [
                .member("name", .choice(["credit"])) { _ in "credit" },
                .member("minutes", .minutes) { $0.minutes },
            ]
        )
    }
}

extension Policy: Shaped {
    package static let shape = Shape<Policy>(
        "Policy",
        [
            .member("version", .number(1 ... .max)) { $0.version },
            .member("credit", .minutes) { $0.credit },
            .member("mutualLimit", .balance, "How far below zero, in a mutual network.") {
                $0.mutualLimit
            },
            .member("ceiling", .orNull(.balance), "The most that a wallet may hold.") {
                $0.ceiling
            },
            .member("newcomerDays", .number(0 ... .max)) { $0.newcomerDays },
            .member("newcomerGifts", .balance, "What a newcomer may give away in all.") {
                $0.newcomerGifts
            },
            .member("rounding", .minutes) { $0.rounding },
            .member(
                "expiryDays",
                .orNull(.number(1 ... .max)),
                "An older rule that nothing follows; null in new rules."
            ) { $0.expiryDays },
        ]
    )
}

extension PolicyState: Shaped {
    package static let shape = Shape<PolicyState>(
        "PolicyVersion",
        listed: "PolicyList",
        after: Policy.shape.inside { $0.policy },
        [
            .member("since", .time, "Since when this version holds.") { $0.since }
        ]
    )
}

/// The text about whom to ask for help, as the API returns it.
struct ShownContact: Shaped {
    let words: String

    static let shape = Shape<ShownContact>(
        "Contact",
        [
            .member("contact", .text(0...2_000), "In a few lines; empty where nobody has said.") {
                $0.words
            }
        ]
    )
}
