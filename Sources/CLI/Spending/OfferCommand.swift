internal import ArgumentParser
internal import Ledger
internal import Timebank

/// Verbs about what there is to enjoy.
struct OfferCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "offer",
        abstract: "See what there is to enjoy, add something, take it off the list.",
        discussion: """
            Examples:
              commonhour offer add "Film, any screen" --organisation cinema --adult 60 \\
                  --child 30 --network fenside
              commonhour offer list --network fenside
            """,
        subcommands: [
            OfferAdd.self, ListListed<Offer>.self, CloseListed<Offer>.self,
            ReopenListed<Offer>.self,
        ]
    )
}

/// Adds something to enjoy.
struct OfferAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add something to enjoy at an organisation, priced in minutes.",
        discussion: """
            Example:
              commonhour offer add "Film, any screen" --organisation cinema --adult 60 \\
                  --child 30 --network fenside
            """
    )

    @OptionGroup var place: PlaceOptions

    @Argument(help: "What there is to enjoy, in a few words.")
    var title: String

    @Option(help: ArgumentHelp("The organisation's short name.", valueName: "slug"))
    var organisation: String

    @Option(help: "More about it.")
    var about = ""

    @Option(help: "How many minutes one adult pays.")
    var adult: Int64

    @Option(help: "How many minutes one child pays; none where children do not come.")
    var child: Int64?

    func run() async throws {
        let found = try await place.organisation(organisation)
        let made = try await place.perform(
            AddOffer(
                organisation: found.id,
                title: title,
                details: about,
                adult: Minutes(adult),
                child: child.map { Minutes($0) }
            )
        )
        place.say(made.json, "Added \(made.title), at \(found.name). Its id is \(made.id).")
    }
}

extension Offer: ListedWords {
    static let purpose = "to enjoy"
    static let closing = """
        No till accepts credits for it any more. To change a price, close the offer and add \
        another.
        """
    static let plural = "offers"
    static let columns = ["Adult", "Child"]

    var cells: [String] { [adult.words, child?.words ?? ""] }

    /// Something to enjoy, for programs.
    var json: JSON {
        .object([
            ("id", .text(id.description)), ("title", .text(title)),
            ("organisation", .text(organisation.description)),
            ("organisationName", .text(organisationName)), ("details", .text(details)),
            ("adult", .number(adult.count)),
            ("child", child.map { .number($0.count) } ?? .null), ("open", .flag(isOpen)),
        ])
    }
}
