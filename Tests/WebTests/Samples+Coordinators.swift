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

    private var members: [PersonLine] {
        [
            PersonLine(
                member: id("06A"),
                name: "Krystyna Nowak",
                number: "1042-W",
                minutes: Minutes(210)
            ),
            PersonLine(
                member: id("06B"),
                name: "Len Whitwell",
                number: "1077-K",
                minutes: Minutes(12_345),
                hasLeft: true
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
            reversed: nil
        )
    }

    private var moves: [Movement] {
        [
            Movement(
                words(
                    AccountsText.moveBetween,
                    ["from": .word("Krystyna Nowak"), "to": .word("Len Whitwell")]
                ),
                on: today,
                minutes: Minutes(45),
                href: Address.transfer(network, id("06F3K2Q8M1V7A"))
            ),
            Movement(
                words(
                    AccountsText.moveBetween,
                    [
                        "from": .word(
                            words(
                                AccountsText.accountAllocation,
                                ["organisation": .word("Riverside hostel")]
                            )
                        ), "to": .word("Len Whitwell"),
                    ]
                ),
                on: day("2024-11-20"),
                minutes: Minutes(120),
                href: Address.home(network)
            ),
        ]
    }

    private var frameOfCoordinator: Frame {
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

            ),
            (
                "transfers",

                ListPage.transfers(
                    frame: frameOfCoordinator,
                    network: network,
                    movements: moves,
                    today: today,
                    search: "krystyna",
                    after: cursor("06X")
                )

            ),
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

    var people: [(name: String, page: any Page)] {
        [
            (
                "people",
                ListPage.people(frame: frameOfCoordinator, network: network, people: members)
            ),
            (
                "person",

                DetailPage.person(
                    frame: frameOfCoordinator,
                    network: network,
                    person: members[0],
                    account: id("06A"),
                    login: "",
                    mayHandOver: true,
                    relatives: [
                        RelativeLine(member: id("06B"), name: "Len Whitwell", mayEnd: true),
                        RelativeLine(member: id("06C"), name: "Ada Nowak", mayEnd: false),
                    ],
                    tokens: { tokens }
                )

            ),
            (
                "add-member",
                FormPage.addMember(frame: frameOfCoordinator, network: network, tokens: tokens)
            ),
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
