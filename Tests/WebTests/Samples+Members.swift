import Ledger
import Timebank
import Web

extension Samples {
    var entrance: [(name: String, page: any Page)] {
        [
            ("front", FrontPage(frame: frame(visitor: true), network: network)),
            (
                "networks",

                ListPage.networks(
                    frame: frame(visitor: true),
                    networks: [
                        ("Fenside Time Credits", network),
                        ("Wisbech", Samples.slug("wisbech")),
                    ]
                )

            ),
            (
                "sign-in",

                FormPage.signIn(frame: frame(visitor: true), network: network, tokens: tokens)

            ),
            (
                "sign-in-wrong",

                signInWrong

            ),
            (
                "set-up",

                FormPage.setUp(frame: frame(visitor: true), network: network, tokens: tokens)

            ),
            (
                "join",

                FormPage.join(frame: frame(), network: network, name: "Krystyna", tokens: tokens)

            ),
        ]
    }

    private var signInWrong: FormPage {
        FormPage.signIn(
            frame: frame(visitor: true),
            network: network,
            tokens: tokens,
            entered: Entered(
                ["login": ["1042-W"]],
                mistakes: [
                    Mistake(
                        refusal(SigningInRefusal.wrongSignIn),
                        field: SignIn.Fields.login.name
                    )
                ]
            )
        )
    }

    var passwords: [(name: String, page: any Page)] {
        [
            (
                "password",

                FormPage.password(frame: frame(), network: network, tokens: tokens)

            ),
            (
                "password-wrong",

                FormPage.password(
                    frame: frame(),
                    network: network,
                    tokens: tokens,
                    entered: Entered(mistakes: [
                        Mistake(
                            refusal(SigningInRefusal.weakPassword),
                            field: NewPassword.Fields.password.name
                        )
                    ])
                )

            ),
        ]
    }

    var homes: [(name: String, page: any Page)] {
        [
            (
                "home",

                HomePage(
                    frame: frame(current: "home"),
                    network: network,
                    name: "Krystyna",
                    account: id("06F3K2Q8M1V7A"),
                    today: today,
                    minutes: Minutes(210),
                    held: Minutes(30),
                    outings: [
                        Outing(offer: film, party: Party(adults: 2, children: 1)),
                        Outing(offer: lunch, party: Party(adults: 1, children: 0)),
                    ],
                    waiting: [
                        WaitingClaim(
                            "Reading with Year 2",
                            at: "Orchard Lane School",
                            on: day("2024-11-19"),
                            minutes: Minutes(90)
                        )
                    ],
                    refused: [
                        WaitingClaim(
                            "Gardening",
                            at: "Riverside hostel",
                            on: day("2024-11-12"),
                            minutes: Minutes(60),
                            reason: "It rained, and nobody was in the garden <that day>."
                        )
                    ],
                    lately: movements,
                    wards: [
                        Ward(member: id("06F3K2Q8M1V7W"), name: "Ada Lisle", minutes: Minutes(0))
                    ]
                )

            )
        ]
    }

    var otherHomes: [(name: String, page: any Page)] {
        [
            (
                "home-new",

                HomePage(
                    frame: frame(current: "home"),
                    network: network,
                    name: "Marek",
                    account: id("06F3K2Q8M1V7A"),
                    today: today,
                    minutes: Minutes(0)
                )

            ),
            (
                "home-ward",

                HomePage(
                    frame: frame(behalf: "Ada Lisle"),
                    network: network,
                    name: "Ada Lisle",
                    account: id("06F3K2Q8M1V7A"),
                    today: today,
                    minutes: Minutes(-4_523),
                    lately: movements,
                    isWard: true
                )

            ),
        ]
    }

    var claiming: [(name: String, page: any Page)] {
        [
            (
                "claim",

                FormPage.claim(
                    frame: frame(current: "home"),
                    network: network,
                    tokens: tokens,
                    opportunities: opportunities,
                    today: today
                )

            ),
            (
                "claimed",

                DonePage.claimed(
                    frame: frame(),
                    network: network,
                    organisation: "Orchard Lane School",
                    minutes: Minutes(90)
                )

            ),
            (
                "statement",

                ListPage.statement(
                    frame: frame(current: "home"),
                    network: network,
                    account: id("06F3K2Q8M1V7A"),
                    minutes: Minutes(74_055),
                    movements: movements,
                    today: today,
                    after: cursor("06F3K2Q8M1V7A")
                )

            ),
        ]
    }

    var giving: [(name: String, page: any Page)] {
        [
            (
                "give",
                FormPage.give(frame: frame(), network: network, tokens: tokens, left: Minutes(210))
            ),
            (
                "give-wrong",

                FormPage.give(
                    frame: frame(),
                    network: network,
                    tokens: tokens,
                    left: Minutes(210),
                    entered: wrong
                )

            ),
        ]
    }

    var ward: Ward { Ward(member: id("06F3K2Q8M1V7W"), name: "Ada Lisle", minutes: Minutes(45)) }

    var warding: [(name: String, page: any Page)] {
        [
            (
                "claim-ward",

                FormPage.claim(
                    frame: frame(behalf: ward.name),
                    network: network,
                    tokens: tokens,
                    for: ward,
                    opportunities: opportunities,
                    today: today
                )

            ),
            (
                "claimed-ward",

                DonePage.claimed(
                    frame: frame(behalf: ward.name),
                    network: network,
                    organisation: "Orchard Lane School",
                    for: ward,
                    minutes: Minutes(90)
                )

            ),
            (
                "give-ward",

                FormPage.give(
                    frame: frame(behalf: ward.name),
                    network: network,
                    tokens: tokens,
                    from: id("06F3K2Q8M1V7A"),
                    for: ward,
                    left: Minutes(45)
                )

            ),
        ]
    }

    var given: [(name: String, page: any Page)] {
        [
            (
                "give-check",

                DetailPage.giveCheck(
                    frame: frame(),
                    network: network,
                    tokens: tokens,
                    receiver: "Len Whitwell",
                    minutes: Minutes(45),
                    left: Minutes(165),
                    memo: "For the radiator <b>and</b> the laugh",
                    answers: [Hidden("to", "member")]
                )

            ),
            (
                "given",

                DonePage.given(
                    frame: frame(),
                    network: network,
                    account: id("06F3K2Q8M1V7A"),
                    receiver: "Len Whitwell",
                    minutes: Minutes(45),
                    left: Minutes(165)
                )

            ),
        ]
    }
}
