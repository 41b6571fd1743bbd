import Ledger
import Timebank
import Web

/// Sample values for every page, in any language.
struct Samples {
    let language: Language
    var words: Localizer { Localizer(language) }
    let network = Samples.network
    static let network = slug("fenside")

    static func slug(_ text: String) -> Slug {
        guard let slug = Slug(text) else { preconditionFailure(text) }
        return slug
    }

    let tokens = FormTokens(key: "06F3K2Q8M1V7A", token: "t0ken")
    let today = Day(number: 20_048)

    /// The id that begins with these characters.
    func id<Of>(_ text: String) -> ID<Of> { ID(raw: cursor(text)) }

    func cursor(_ text: String) -> Int64 {
        Crockford.decode(text + String(repeating: "0", count: 13 - text.count)) ?? 0
    }

    func day(_ text: String) -> Day { Day(iso: text) ?? today }

    private func links(_ current: String) -> [Link] {
        let ways: [(name: String, text: CommonText, address: Href)] = [
            ("home", .navigationHome, Address.home(network)),
            ("do", .navigationDo, Address.opportunities(network)),
            ("enjoy", .navigationEnjoy, Address.offers(network)),
            ("coordinate", .navigationToday, Address.coordinate(network)),
        ]
        return ways.map { Link(words($0.text), to: $0.address, current: current == $0.name) }
    }

    func frame(
        current: String = "",
        visitor: Bool = false,
        notice: String? = nil,
        behalf: String? = nil
    ) -> Frame {
        Frame(
            words: words,
            network: "Fenside Time Credits",
            home: Address.home(network),
            navigation: visitor ? NavigationView() : NavigationView(links(current)),
            signedIn: visitor
                ? nil
                : SignedIn(
                    words: words,
                    name: "Krystyna Nowak",
                    password: Address.password(network),
                    signOut: Address.signOut(network),
                    token: "t0ken"
                ),
            languages: Language.offered.map {
                Link(
                    $0.name,
                    to: Address.language(network, $0, back: Address.home(network)),
                    current: $0 == language,
                    lang: $0.code
                )
            },
            help: Address.help(network),
            notice: notice,
            behalf: behalf
        )
    }

    var movements: [Movement] {
        [
            Movement(
                words(
                    AccountsText.moveEarned,
                    ["what": .word("Gardening"), "organisation": .word("Riverside hostel")]
                ),
                on: day("2024-11-20"),
                minutes: Minutes(120),
                left: Minutes(210)
            ),
            Movement(
                words(
                    AccountsText.moveEnjoyed,
                    ["what": .word("Film, any screen"), "organisation": .word("Riverside Cinema")]
                ),
                on: day("2024-11-16"),
                minutes: Minutes(-150),
                left: Minutes(90),
                by: "Ruth Ashby"
            ),
            Movement(
                words(AccountsText.moveDonated),
                on: day("2024-11-10"),
                minutes: Minutes(-30),
                left: Minutes(240)
            ),
            Movement(
                words(AccountsText.moveGiftIn, ["name": .word("Len Whitwell")]),
                on: day("2024-04-02"),
                minutes: Minutes(60),
                left: Minutes(270)
            ),
        ]
    }

    var opportunities: [Alternative] {
        [
            Alternative("06F3K2Q8M1V7B", "Reading with Year 2", second: "Orchard Lane School"),
            Alternative("06F3K2Q8M1V7C", "Saturday soup café", second: "St Mary’s hall"),
            Alternative("06F3K2Q8M1V7D", "Gardening", second: "Riverside hostel"),
        ]
    }

    func refusal(_ refusal: some Refusal) -> RefusalWords { refusal.words(in: language) }

    var wrong: Entered {
        Entered(
            [
                "to": ["member"], "number": ["1042-Q"], "minutes-hours": ["5"],
                "minutes-minutes": [""], "memo": ["Thank you"],
            ],
            mistakes: [
                Mistake(refusal(PeopleRefusal.mistypedNumber(field: "number")), field: "number"),
                Mistake(
                    refusal(
                        AccountsRefusal.notEnoughCredits(left: Minutes(210), needed: Minutes(300))
                    ),
                    field: "minutes"
                ),
            ]
        )
    }

    var all: [(name: String, page: any Page)] {
        [
            entrance, passwords, homes, otherHomes, claiming, giving, given, warding, organisation,
            staffing,
            confirming,
            entering, till,
            coordinating, granting, reversing, people, around, changes, codes,
            organisations,
            enjoying, editing, doing, publishing, partners, funding, helping,
        ].flatMap(\.self)
    }
}
