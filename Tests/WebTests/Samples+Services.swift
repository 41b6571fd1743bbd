import Ledger
import Web

@testable import Timebank

// What organisations list, and their months.
extension Samples {
    private var school: Organisation { place("06F", "Orchard Lane School", .community) }

    private func place(_ key: String, _ name: String, _ spends: Organisation.Spends) -> Organisation
    {
        Organisation(
            id: id(key),
            slug: Samples.slug("place-\(key.lowercased())"),
            name: name,
            earns: true,
            spends: spends,
            isOpen: true,
            allocation: Account(id("06X"), .allocation),
            takings: Account(id("06Y"), .takings)
        )
    }

    var film: Offer {
        Offer(
            id: id("06P"),
            organisation: id("06G"),
            organisationName: "Riverside Cinema",
            title: "Film, any screen",
            details: "Monday to Thursday.\nNot on <first> nights.",
            adult: Minutes(60),
            child: Minutes(30),
            isOpen: true,
            isOrganisationOpen: true,
            spends: .corporate
        )
    }

    var lunch: Offer {
        Offer(
            id: id("06Q"),
            organisation: id("06F"),
            organisationName: "Orchard Lane School",
            title: "Lunch & company",
            details: "",
            adult: Minutes(90),
            child: Minutes(0),
            isOpen: true,
            isOrganisationOpen: true,
            spends: .community
        )
    }

    var reading: Opportunity { opportunity("06R", school, "Reading with Year 2", "Library") }
    var digging: Opportunity {
        opportunity("06S", place("06H", "Riverside hostel", .no), "Gardening", "")
    }

    private func opportunity(
        _ key: String,
        _ place: Organisation,
        _ title: String,
        _ room: String
    ) -> Opportunity {
        Opportunity(
            id: id(key),
            organisation: place.id,
            organisationName: place.name,
            title: title,
            details: "Listen to children read, one at a time.",
            place: room,
            minutes: Minutes(90),
            isOpen: key == "06R",
            isOrganisationOpen: true
        )
    }

    var publishing: [(name: String, page: any Page)] {
        [
            (
                "front-public",
                FrontPage(frame: frame(visitor: true), network: network, isPublic: true)
            ),
            (
                "visibility",
                FormPage.visibility(
                    frame: frame(current: "coordinate"),
                    network: network,
                    isPublic: true,
                    tokens: tokens
                )
            ),
        ]
    }

    private var activity: OrganisationMonths.Activity {
        let last = Month(of: today)
        return OrganisationMonths.Activity(
            months: (-11...0).map { step in
                OrganisationMonths.OfMonth(
                    month: last.adding(months: step),
                    minutes: Minutes(Int64(2_000 + 137 * (step * step % 7))),
                    visits: Int64(20 + step),
                    people: 9
                )
            },
            uses: [
                OrganisationMonths.Use(
                    title: "Film, any screen",
                    minutes: Minutes(9_000),
                    visits: 80
                ),
                OrganisationMonths.Use(title: "Swim", minutes: Minutes(900), visits: 8),
                OrganisationMonths.Use(title: "", minutes: Minutes(90), visits: 1),
            ],
            people: 31
        )
    }

    private var nothing: OrganisationMonths.Activity {
        OrganisationMonths.Activity(
            months: (-11...0).map { step in
                OrganisationMonths.OfMonth(
                    month: Month(of: today).adding(months: step),
                    minutes: .zero,
                    visits: 0,
                    people: 0
                )
            },
            uses: [],
            people: 0
        )
    }

    private var statement: MonthStatement {
        MonthStatement(
            school,
            Month(of: today),
            opening: Minutes(600),
            days: [
                today: MonthStatement.Sums(
                    visits: 3,
                    accepted: Minutes(210),
                    undone: Minutes(30),
                    retired: Minutes(60)
                )
            ]
        )
    }

    var partners: [(name: String, page: any Page)] {
        [
            (
                "months",
                MonthsPage(
                    frame: frame(),
                    network: network,
                    months: OrganisationMonths(
                        organisation: school,
                        taken: activity,
                        given: nothing,
                        left: Minutes(3_000),
                        lasts: 40
                    )
                )
            ),
            (
                "statement-month",
                StatementPage(frame: frame(), network: network, statement: statement)
            ),
            (
                "statement-empty",
                StatementPage(
                    frame: frame(),
                    network: network,
                    statement: MonthStatement(
                        school,
                        Month(of: today),
                        opening: .zero,
                        days: [:]
                    )
                )
            ),
        ]
    }
}
