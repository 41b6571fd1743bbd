import Ledger
import Web

@testable import Timebank

extension Samples {
    private var choosable: [Alternative] {
        [Alternative("06F", "Riverside Cinema"), Alternative("06G", "Oasis")]
    }

    var enjoying: [(name: String, page: any Page)] {
        [
            (
                "offers",

                ThingsPage.offers(
                    frame: frame(current: "enjoy"),
                    network: network,
                    offers: [film, lunch],
                    having: Minutes(60),
                    mayAdd: true
                )

            ),
            (
                "offers-visitor",

                ThingsPage.offers(
                    frame: frame(visitor: true),
                    network: network,
                    offers: [film, lunch],
                    having: nil,
                    mayAdd: false
                )

            ),
            (
                "offers-none",

                ThingsPage.offers(
                    frame: frame(current: "enjoy"),
                    network: network,
                    offers: [],
                    having: nil,
                    mayAdd: false
                )

            ),
        ]
    }

    var editing: [(name: String, page: any Page)] {
        [
            (
                "offer",

                ListedPage.offer(
                    frame: frame(current: "enjoy"),
                    network: network,
                    offer: film,
                    having: Minutes(210),
                    rights: ListedRights(isMember: true, tokens: { [tokens] in tokens })
                )

            ),
            (
                "edit-offer",

                FormPage.editOffer(
                    frame: frame(current: "enjoy"),
                    network: network,
                    offer: film,
                    tokens: tokens
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

                ThingsPage.opportunities(
                    frame: frame(current: "do"),
                    network: network,
                    opportunities: [reading, digging],
                    mayAdd: false
                )

            ),
            (
                "opportunity",

                ListedPage.opportunity(
                    frame: frame(current: "do"),
                    network: network,
                    opportunity: reading,
                    rights: ListedRights(isMember: true)
                )

            ),
            (
                "edit-opportunity",

                FormPage.editOpportunity(
                    frame: frame(current: "do"),
                    network: network,
                    opportunity: reading,
                    tokens: tokens
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
