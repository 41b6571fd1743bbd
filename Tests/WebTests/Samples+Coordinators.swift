import Ledger
import Timebank
import Web

extension Samples {
    private var needs: [Row] {
        [
            Row(
                words(
                    NetworksText.needsConfirming,
                    ["organisation": .word("Orchard Lane School"), "count": .number(22)]
                ),
                second: words.day(day("2024-11-18"), from: today),
                action: Link(
                    words(OrganisationsText.staffConfirm),
                    to: Address.confirm(network, id("06F"))
                )
            ),
            Row(
                words(
                    NetworksText.needsAllocation,
                    ["organisation": .word("Oasis"), "left": .minutes(Minutes(360))]
                ),
                second: words(
                    OrganisationsText.allocationsLine,
                    ["left": .minutes(Minutes(360)), "month": .minutes(Minutes(1_860))]
                ),
                action: Link(
                    words(OrganisationsText.grantLink),
                    to: Address.grant(network, id("06F"))
                )
            ),
        ]
    }

    private var rules: DetailPage {
        DetailPage.rules(
            frame: frameOfCoordinator,
            network: network,
            rules: .new,
            since: today,
            isMutual: false,
            tokens: tokens
        )
    }

    private func changing(isOpen: Bool) -> DetailPage {
        DetailPage.organisation(
            frame: frameOfCoordinator,
            network: network,
            organisation: id("06F"),
            name: "Riverside hostel",
            short: "riverside",
            isOpen: isOpen,
            tokens: { tokens }
        )
    }

    private var oneTransfer: TransferDetail {
        TransferDetail(
            id: id("06F3K2Q8M1V7A"),
            kind: words(AccountsText.kindGift),
            from: "Krystyna Nowak",
            to: "Len Whitwell",
            day: today,
            minutes: Minutes(45),
            memo: "For the radiator",
            reversed: nil,
            reverses: id("06F3K2Q8M1V7B"),
            time: "14:05",
            by: "Ruth Ashby",
            behalf: "Krystyna Nowak",
            people: [AlikeLine(member: id("06A"), name: "Krystyna Nowak")]
        )
    }

    var frameOfCoordinator: Frame {
        frame(current: "coordinate")
    }

    var coordinating: [(name: String, page: any Page)] {
        [
            (
                "coordinate",
                StartPage.coordinate(frame: frameOfCoordinator, network: network, needs: needs)
            ),
            (
                "allocations",

                ListPage.allocations(
                    frame: frameOfCoordinator,
                    network: network,
                    organisations: [
                        AllocationLine(
                            organisation: id("06F"),
                            name: "Oasis",
                            left: Minutes(360),
                            lastMonth: Minutes(1_860)
                        ),
                        AllocationLine(
                            organisation: id("06G"),
                            name: "Riverside hostel",
                            left: Minutes(5_000),
                            lastMonth: Minutes(700)
                        ),
                    ]
                )

            ),
        ]
    }

    var granting: [(name: String, page: any Page)] {
        [
            (
                "grant",

                FormPage.grant(
                    frame: frameOfCoordinator,
                    network: network,
                    organisation: id("06F"),
                    name: "Oasis",
                    left: Minutes(360),
                    tokens: tokens
                )

            )
        ]
    }

    var reversing: [(name: String, page: any Page)] {
        [
            (
                "transfer",

                DetailPage.transfer(
                    frame: frameOfCoordinator,
                    network: network,
                    transfer: oneTransfer,
                    mayReverse: true,
                    tokens: tokens
                )

            )
        ]
    }

    var changes: [(name: String, page: any Page)] {
        [
            ("rules", rules),
            (
                "rules-mistaken",
                DetailPage.rules(
                    frame: frameOfCoordinator,
                    network: network,
                    rules: .new,
                    since: today,
                    isMutual: true,
                    tokens: tokens,
                    entered: Entered(
                        ["newcomerDays": ["many"]],
                        mistakes: [
                            Mistake(
                                Policy.Fields.newcomerDays.refusal(.notWhole)
                                    .words(in: language),
                                field: Policy.Fields.newcomerDays.name
                            )
                        ]
                    )
                )
            ),
            ("organisation-change", changing(isOpen: true)),
            ("organisation-closed", changing(isOpen: false)),
        ]
    }

    var codes: [(name: String, page: any Page)] {
        [
            (
                "code",

                DetailPage.code(
                    frame: frameOfCoordinator,
                    network: network,
                    name: "Krystyna Nowak",
                    member: id("06A"),
                    login: "1042-W",
                    code: "7KQX-M2VA-8RNT",
                    address: "https://credits.example.org/fenside/set-up",
                    until: day("2024-12-05")
                )

            )
        ]
    }

    var organisations: [(name: String, page: any Page)] {
        [
            (
                "organisations",

                ListPage.organisations(
                    frame: frameOfCoordinator,
                    network: network,
                    organisations: [
                        OrganisationLine(
                            organisation: id("06F"),
                            name: "Riverside Cinema",
                            earns: false,
                            spends: "corporate"
                        ),
                        OrganisationLine(
                            organisation: id("06G"),
                            name: "Oasis",
                            earns: true,
                            spends: "community"
                        ),
                    ],
                    mayAdd: true
                )

            ),
            (
                "add-organisation",
                FormPage.addOrganisation(
                    frame: frameOfCoordinator,
                    network: network,
                    tokens: tokens
                )
            ),
        ]
    }
}
