import Ledger
import Timebank

@testable import Web

extension Samples {
    private var members: [PersonLine] {
        [
            PersonLine(
                member: id("06A"),
                name: "Krystyna Nowak",
                number: "1042-W",
                minutes: Minutes(210),
                contacts: ["01945 555 123", "krystyna@example.org"]
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

    private var rows: [Row] {
        [
            Row(
                "Reading with Year 2, Orchard Lane School",
                to: Address.transfer(network, id("06F3K2Q8M1V7A")),
                second: words.day(today, from: today) + " · "
                    + words(HistoryText.historyBy, ["name": .word("Priya Shah")]),
                amount: words.hours(Minutes(90), .signed),
                incoming: true,
                action: Link(
                    words(HistoryText.historyReverse),
                    to: Address.transfer(network, id("06F3K2Q8M1V7A"))
                )
            ),
            Row(
                words(AccountsText.moveGiftOut, ["name": .word("Len Whitwell")]),
                to: Address.transfer(network, id("06F3K2Q8M1V7B")),
                second: words.day(day("2024-11-19"), from: today),
                note: "For the radiator",
                badge: words(HistoryText.historyReversed),
                amount: words.hours(Minutes(-60), .signed)
            ),
        ]
    }

    private var facts: [PersonFact] {
        let change = Link(
            words(PersonText.personChange),
            to: Address.changeMember(network, id("06A"), Member.Fields.phone.name)
        )
        return [
            PersonFact(words(CommonText.fieldName), "Krystyna Nowak", change: change),
            PersonFact(
                words(PeopleText.fieldPhone),
                "01945 555 123",
                contact: PersonFact.call("01945 555 123"),
                change: change
            ),
            PersonFact(
                words(CommonText.lineEmail),
                "krystyna@example.org",
                contact: PersonFact.write("krystyna@example.org"),
                change: change
            ),
            PersonFact(words(PersonText.personGuardians), words(CommonText.none)),
        ]
    }

    private func button(_ text: any Text, hidden: [Hidden] = []) -> Form {
        Form(
            to: Address.newCard(network, id("06A")),
            tokens,
            hidden: hidden,
            button: words(text),
            quiet: true
        )
    }

    private func enter(_ entered: Entered) -> EnterSection {
        EnterSection(
            Form(
                heading: words(PersonText.personEnterTitle),
                to: Address.personHours(network, id("06A")),
                tokens,
                controls: [
                    .select(
                        Choice(
                            Hours.Fields.opportunity.name,
                            words(PersonText.personEnterWhat),
                            opportunities,
                            entered
                        )
                    ), .ask(Hours.Fields.minutes, words, entered),
                    .ask(Hours.Fields.date, words, entered, otherwise: today),
                ],
                button: words(PersonText.personEnterButton)
            ),
            left: [(id("06F3K2Q8M1V7B"), Minutes(2_280))],
            words: words
        )
    }

    private func person(_ line: PersonLine, entered: Entered = .nothing) -> PersonPage {
        PersonPage(
            frame: frameOfCoordinator,
            person: line,
            back: Link(words(PeopleText.peopleTitle), to: Address.people(network)),
            standing: words(PersonText.personSince, ["day": .word(words.day(today, .dated))]),
            entered: entered,
            card: button(PersonText.personNewCard),
            facts: facts,
            signing: button(SigningInText.codeButton),
            enter: line.hasLeft ? nil : enter(entered),
            idle: line.hasLeft
                ? Link(words(PersonText.personAddWork), to: Address.addOpportunity(network)) : nil,
            works: [Link(words(PotText.potLink), to: Address.grantFromPot(network, line.member))],
            history: PersonHistory(
                line.hasLeft ? [] : rows,
                everything: Link(
                    words(PeopleText.personStatement),
                    to: Address.history(network, line.member)
                )
            ),
            endings: ways
        )
    }

    private var ways: [PersonEnding] {
        [
            PersonEnding(
                words(PersonText.personLeftMeaning, ["left": .minutes(Minutes(210))]),
                button(PersonText.personLeftButton)
            ),
            PersonEnding(
                words(PersonText.personEraseMeaning),
                grave: Link(
                    words(PersonText.personEraseLink),
                    to: Address.eraseMember(network, id("06A"))
                )
            ),
        ]
    }

    private var mistaken: Entered {
        let field = Hours.Fields.opportunity
        return Entered(
            [:],
            mistakes: [Mistake(refusal(field.refusal(.missing)), field: field.name)]
        )
    }

    /// Somebody was named of whom there are two.
    private var unclear: Entered {
        let found = FoundMembers(
            AddGuardian.Fields.guardian.name,
            typed: "Nowak",
            [
                FoundMembers.One(member: id("06A"), name: "Krystyna Nowak", number: "1042-W"),
                FoundMembers.One(member: id("06C"), name: "Ada Nowak", number: "1001-T"),
            ]
        )
        let several = PeopleRefusal.severalMembers(found)
        return Entered(
            ["guardian": ["Nowak"]],
            mistakes: [Mistake(refusal(several), field: found.field.choice)],
            choices: several.choices
        )
    }

    var people: [(name: String, page: any Page)] {
        [
            (
                "people",
                PeoplePage(
                    frame: frameOfCoordinator,
                    network: network,
                    people: members,
                    selection: .recent,
                    after: cursor("06X")
                )
            ),
            ("person", person(members[0])),
            ("person-left", person(members[1])),
            ("person-mistaken", person(members[0], entered: mistaken)),
            (
                "add-member",
                FormPage.addMember(frame: frameOfCoordinator, network: network, tokens: tokens)
            ),
        ]
    }

    var around: [(name: String, page: any Page)] { kin + [roles, endings, pot] + lists }

    private var kin: [(name: String, page: any Page)] {
        [
            (
                "guardians",
                DetailPage.guardians(
                    frame: frameOfCoordinator,
                    network: network,
                    person: members[0],
                    guardians: [
                        GuardianLine(person: id("06D"), name: "Ruth Ashby", since: today)
                    ],
                    mayAdd: true,
                    mayEnd: true,
                    tokens: { tokens },
                    entered: unclear
                )
            ),
            (
                "relatives",
                DetailPage.relatives(
                    frame: frameOfCoordinator,
                    network: network,
                    person: members[0],
                    relatives: [
                        RelativeLine(member: id("06B"), name: "Len Whitwell", mayEnd: true),
                        RelativeLine(member: id("06C"), name: "Ada Nowak", mayEnd: false),
                    ],
                    tokens: { tokens }
                )
            ),
        ]
    }

    private var roles: (name: String, page: any Page) {
        (
            "roles",
            DetailPage.roles(
                frame: frameOfCoordinator,
                network: network,
                person: members[0],
                roles: Roles(
                    offices: [.coordinator],
                    posts: [
                        Roles.Post(
                            organisation: id("06F"),
                            slug: Samples.slug("oasis"),
                            name: "Oasis",
                            role: .lead
                        )
                    ],
                    wards: []
                ),
                organisations: [Alternative("06F", "Oasis"), Alternative("06G", "Hostel")],
                mayEndCoordinator: true,
                tokens: { tokens }
            )
        )
    }

    private var endings: (name: String, page: any Page) {
        (
            "erase-member",
            DetailPage.eraseMember(
                frame: frameOfCoordinator,
                network: network,
                person: members[0],
                tokens: tokens
            )
        )
    }

    private var lists: [(name: String, page: any Page)] {
        [
            (
                "history",
                ListPage.history(
                    frame: frameOfCoordinator,
                    network: network,
                    person: members[0],
                    rows: rows,
                    after: cursor("06X")
                )
            ),
            (
                "transfers",
                TransfersPage(
                    frame: frameOfCoordinator,
                    network: network,
                    rows: rows,
                    filter: TransferFilterForm(
                        words,
                        network: network,
                        search: "krystyna",
                        kind: "gift",
                        accounts: [Alternative("06F", "Oasis")]
                    ),
                    after: cursor("06X")
                )
            ),
        ]
    }

    private var pot: (name: String, page: any Page) {
        (
            "pot",
            FormPage.pot(
                frame: frameOfCoordinator,
                network: network,
                person: members[0],
                left: Minutes(90),
                tokens: tokens
            )
        )
    }
}
