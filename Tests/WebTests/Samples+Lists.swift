import Ledger
import Timebank
import Web

extension Samples {
    private var choosable: [Alternative] {
        [Alternative("06F", "Riverside Cinema"), Alternative("06G", "Oasis")]
    }

    var enjoying: [(name: String, page: any Page)] {
        [
            (
                "offers",

                ListPage.offers(
                    frame: frame(current: "enjoy"),
                    network: network,
                    offers: [
                        OfferLine(
                            "Film, any screen",
                            at: "Riverside Cinema",
                            adult: Minutes(60),
                            child: Minutes(60)
                        ),
                        OfferLine(
                            "Swim",
                            at: "Leisure centre",
                            adult: Minutes(60),
                            child: Minutes(30)
                        ),
                        OfferLine(
                            "Museum",
                            at: "Wisbech Museum",
                            adult: Minutes(60),
                            child: Minutes(0),
                            isOpen: false
                        ),
                    ],
                    mayAdd: true
                )

            ),
            (
                "add-offer",

                FormPage.addOffer(
                    frame: frame(current: "enjoy"),
                    network: network,
                    organisations: choosable,
                    tokens: tokens
                )

            ),
        ]
    }

    var doing: [(name: String, page: any Page)] {
        [
            (
                "opportunities",

                ListPage.opportunities(
                    frame: frame(current: "do"),
                    network: network,
                    opportunities: opportunities.map { Row($0.text, second: $0.second) },
                    mayAdd: false
                )

            ),
            (
                "add-opportunity",

                FormPage.addOpportunity(
                    frame: frame(current: "do"),
                    network: network,
                    organisations: choosable,
                    tokens: tokens
                )

            ),
        ]
    }

    var funding: [(name: String, page: any Page)] {
        [
            (
                "totals",

                TotalsPage(
                    frame: frame(),
                    from: day("2024-07-01"),
                    to: day("2024-09-30"),
                    sentence: words(
                        NetworksText.totalsSentence,
                        ["given": .minutes(Minutes(73_800)), "enjoyed": .minutes(Minutes(61_230))]
                    ),
                    lines: [
                        TotalsLine(NetworksText.totalsGave, .count(85), before: .count(70)),
                        TotalsLine(NetworksText.totalsBoth, .hidden, before: .count(25)),
                        TotalsLine(
                            NetworksText.totalsHoursGiven,
                            .minutes(Minutes(73_800)),
                            before: .minutes(Minutes(60_000))
                        ),
                        TotalsLine(
                            NetworksText.totalsHoursEnjoyed,
                            .minutes(Minutes(61_230)),
                            before: .minutes(Minutes(50_010))
                        ),
                        TotalsLine(
                            NetworksText.totalsOutstanding,
                            .minutes(Minutes(900_000)),
                            before: .minutes(Minutes(850_000))
                        ),
                    ]
                )

            )
        ]
    }

    var helping: [(name: String, page: any Page)] {
        [
            (
                "error-404",

                ErrorPage(
                    frame: frame(visitor: true),
                    refusal: refusal(AccessRefusal.notFound),
                    next: [Link(words(CommonText.backHome), to: Address.home(network))]
                )

            ),
            (
                "error-500",

                ErrorPage(
                    frame: frame(),
                    fault: "06F3K2Q8M1V7A",
                    next: [Link(words(CommonText.backHome), to: Address.home(network))]
                )

            ),
            (
                "contact",

                FormPage.contact(
                    frame: frame(current: "coordinate"),
                    network: network,
                    contact: "Sandra at the Oasis centre\n<01945> 000000",
                    tokens: tokens
                )

            ),
            (
                "help",

                HelpPage(
                    frame: frame(),
                    contact: "Sandra at the Oasis centre\n01945 000000, Monday to Thursday"
                )

            ),
        ]
    }
}
