import Ledger
import Timebank
import Web

extension Samples {
    private var claims: [ConfirmLine] {
        [
            ConfirmLine(
                hours: id("06F3K2Q8M1V70"),
                member: "Krystyna Nowak",
                what: "Gardening",
                day: day("2024-11-20"),
                minutes: Minutes(540),
                doubt: words(EarningText.doubtLong)
            ),
            ConfirmLine(
                hours: id("06F3K2Q8M1V71"),
                member: "Len Whitwell",
                what: "Gardening",
                day: day("2024-11-20"),
                minutes: Minutes(120)
            ),
            ConfirmLine(
                hours: id("06F3K2Q8M1V72"),
                member: "Agnieszka Wiśniewska-Kowalczyk",
                what: "Saturday soup café",
                day: day("2024-11-16"),
                minutes: Minutes(150)
            ),
        ]
    }

    private var detail: ClaimDetail {
        ClaimDetail(
            hours: id("06F3K2Q8M1V70"),
            member: "Krystyna Nowak",
            what: "Gardening",
            day: day("2024-11-20"),
            minutes: Minutes(540),
            note: "All day, with lunch",
            state: .claimed
        )
    }

    private var posts: [PostLine] {
        [
            PostLine(
                person: id("06F3K2Q8M1V80"),
                name: "Krystyna Nowak",
                number: "1001-T",
                role: "lead",
                since: day("2024-01-08")
            ),
            PostLine(
                person: id("06F3K2Q8M1V81"),
                name: "Agnieszka Wiśniewska-Kowalczyk",
                number: nil,
                role: "worker",
                since: day("2024-10-03")
            ),
        ]
    }

    var organisation: [(name: String, page: any Page)] {
        [
            (
                "organisation",

                StartPage.organisation(
                    frame: frame(),
                    network: network,
                    organisation: id("06F"),
                    name: "Riverside hostel",
                    left: Minutes(1_890),
                    waiting: 12,
                    hasTill: true,
                    leads: true
                )

            ),
            (
                "claim-detail",

                DetailPage.claim(
                    frame: frame(),
                    network: network,
                    organisation: id("06F"),
                    claim: detail,
                    mayConfirm: true,
                    tokens: (tokens, tokens)
                )

            ),
        ]
    }

    var staffing: [(name: String, page: any Page)] {
        [
            (
                "staff",
                ListPage.staff(
                    frame: frame(),
                    network: network,
                    organisation: id("06F"),
                    name: "Riverside hostel",
                    staff: posts,
                    mayAdd: true
                )
            ),
            (
                "shelf",
                DetailPage.shelf(
                    frame: frame(),
                    network: network,
                    organisation: id("06F"),
                    name: "Riverside hostel",
                    things: [
                        ShelfLine(id("06G") as Opportunity.ID, name: "Gardening", isOpen: true),
                        ShelfLine(id("06H") as Offer.ID, name: "A room for a night", isOpen: false),
                    ],
                    tokens: { tokens }
                )
            ),
            (
                "add-staff",
                FormPage.addStaff(
                    frame: frame(),
                    network: network,
                    organisation: id("06F"),
                    roles: ["till", "worker", "lead"],
                    tokens: tokens
                )
            ),
            (
                "staff-member",
                DetailPage.staffMember(
                    frame: frame(),
                    network: network,
                    organisation: id("06F"),
                    post: posts[1],
                    mayEnd: true,
                    tokens: tokens
                )
            ),
        ]
    }

    var confirming: [(name: String, page: any Page)] {
        [
            (
                "confirm",

                ConfirmPage(
                    frame: frame(),
                    network: network,
                    organisation: id("06F"),
                    name: "Riverside hostel",
                    tokens: tokens,
                    left: Minutes(1_890),
                    claims: claims,
                    today: today
                )

            ),
            (
                "confirm-empty",

                ConfirmPage(
                    frame: frame(
                        notice: words(
                            EarningText.noticeConfirmed,
                            ["count": .number(12), "minutes": .minutes(Minutes(1_440))]
                        )
                    ),
                    network: network,
                    organisation: id("06F"),
                    name: "Riverside hostel",
                    tokens: tokens,
                    left: Minutes(1_890),
                    claims: [],
                    today: today
                )

            ),
        ]
    }

    var entering: [(name: String, page: any Page)] {
        [
            (
                "enter",

                FormPage.enterHours(
                    frame: frame(),
                    network: network,
                    organisation: id("06F"),
                    name: "Riverside hostel",
                    tokens: tokens,
                    opportunities: opportunities,
                    regulars: [
                        Alternative("a", "Krystyna Nowak", second: "1042-W"),
                        Alternative("b", "Len Whitwell", second: "1077-K"),
                    ],
                    today: today,
                    left: Minutes(1_890)
                )

            )
        ]
    }
}
