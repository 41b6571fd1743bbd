internal import ArgumentParser
internal import Ledger
internal import Timebank

/// Verbs about what there is to do.
struct OpportunityCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "opportunity",
        abstract: "See what there is to do, add something, take it off the list.",
        discussion: """
            Examples:
              commonhour opportunity add "Reading with Year 2" --organisation school \\
                  --network fenside
              commonhour opportunity list --network fenside
            """,
        subcommands: [
            OpportunityAdd.self, OpportunityList.self, OpportunityClose.self, OpportunityOpen.self,
        ]
    )
}

/// Adds something to do.
struct OpportunityAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add something to do at an organisation.",
        discussion: """
            Example:
              commonhour opportunity add "Reading with Year 2" --organisation school \\
                  --minutes 90 --network fenside
            """
    )

    @OptionGroup var place: PlaceOptions

    @Argument(help: .of(Opportunity.Fields.title))
    var title: String

    @Option(help: ArgumentHelp("The organisation's short name.", valueName: "slug"))
    var organisation: String

    @Option(help: .of(Opportunity.Fields.details))
    var about = ""

    @Option(name: .of(Opportunity.Fields.minutes), help: .of(Opportunity.Fields.minutes))
    var minutes = AddOpportunity.usual.count

    func run() async throws {
        let found = try await place.organisation(organisation)
        let made = try await place.perform(
            AddOpportunity(
                organisation: found.id,
                title: title,
                details: about,
                minutes: Minutes(minutes)
            )
        )
        place.say(made.json, "Added \(made.title), at \(found.name). Its id is \(made.id).")
    }
}

/// Lists what there is to do.
struct OpportunityList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "See what there is to do.",
        discussion: """
            Example:
              commonhour opportunity list --network fenside
            """
    )

    @OptionGroup var place: PlaceOptions

    func run() async throws {
        let found: [Opportunity] = try await place.asking { questions in
            try await questions.all { OpportunitiesQuery(span: $0) }
        }
        let rows = found.map { [$0.id.description, $0.title, $0.organisationName] }
        place.say(
            .object([("opportunities", .list(found.map(\.json)))]),
            found.isEmpty ? "Nothing." : Table(["Id", "What", "Where"], rows).text
        )
    }
}

/// Takes something to do off the list.
struct OpportunityClose: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Take something to do off the list.",
        discussion: """
            Nobody can claim hours for it any more; what was claimed can still be confirmed.

            Example:
              commonhour opportunity close 38GNFVM5J0001 --network fenside
            """
    )

    @OptionGroup var place: PlaceOptions

    @Argument(help: "Its id, as opportunity list says it.")
    var id: String

    func run() async throws { try await place.list(opportunity: id, isOpen: false) }
}

/// Puts something to do back on the list.
struct OpportunityOpen: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Put something to do back on the list.",
        discussion: """
            Example:
              commonhour opportunity open 38GNFVM5J0001 --network fenside
            """
    )

    @OptionGroup var place: PlaceOptions

    @Argument(help: "Its id, as opportunity close said it.")
    var id: String

    func run() async throws { try await place.list(opportunity: id, isOpen: true) }
}

extension PlaceOptions {
    /// Puts something to do on the list or takes it off, and says so.
    fileprivate func list(opportunity id: String, isOpen: Bool) async throws {
        guard let opportunity = Opportunity.ID(id) else {
            throw ValidationError("An id has 13 letters and digits: see opportunity list.")
        }
        let made = try await perform(OpenOpportunity(opportunity: opportunity, isOpen: isOpen))
        say(
            made.json,
            isOpen ? "\(made.title) is on the list." : "\(made.title) is off the list."
        )
    }
}

extension Opportunity {
    /// Something to do, for programs.
    fileprivate var json: JSON {
        .object([
            ("id", .text(id.description)), ("title", .text(title)),
            ("organisation", .text(organisation.description)),
            ("organisationName", .text(organisationName)), ("details", .text(details)),
            ("minutes", .number(minutes.count)), ("open", .flag(isOpen)),
        ])
    }
}
