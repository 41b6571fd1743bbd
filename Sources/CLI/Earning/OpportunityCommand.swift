internal import ArgumentParser
internal import Ledger
internal import Timebank
internal import Web

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
            OpportunityAdd.self, ListListed<Opportunity>.self, CloseListed<Opportunity>.self,
            ReopenListed<Opportunity>.self,
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

    @OptionGroup var options: NetworkOptions

    @Argument(help: .of(Opportunity.Fields.title))
    var title: String

    @Option(help: ArgumentHelp("The organisation's short name.", valueName: "slug"))
    var organisation: String

    @Option(help: .of(Opportunity.Fields.details))
    var about = ""

    @Option(name: .of(Opportunity.Fields.minutes), help: .of(Opportunity.Fields.minutes))
    var minutes = AddOpportunity.usual.count

    func run() async throws {
        let found = try await options.organisation(organisation)
        let made = try await options.perform(
            AddOpportunity(
                organisation: found.id,
                title: title,
                details: about,
                minutes: Minutes(minutes)
            )
        )
        options.say(.shown(made), "Added \(made.title), at \(found.name). Its id is \(made.id).")
    }
}

extension Opportunity: ListedWords {
    static let purpose = "to do"
    static let closing =
        "Nobody can claim hours for it any more; what was claimed can still be confirmed."
    static let plural = "opportunities"
    static let columns: [String] = []

    var cells: [String] { [] }
}
