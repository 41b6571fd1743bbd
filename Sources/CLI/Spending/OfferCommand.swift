internal import ArgumentParser
internal import Ledger
internal import Timebank
internal import Web

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

    @OptionGroup var options: NetworkOptions

    @Argument(help: .of(Offer.Fields.title))
    var title: String

    @Option(help: ArgumentHelp("The organisation's short name.", valueName: "slug"))
    var organisation: String

    @Option(help: .of(Offer.Fields.details))
    var about = ""

    @Option(name: .of(Offer.Fields.adult), help: .of(Offer.Fields.adult))
    var adult: Int64

    @Option(name: .of(Offer.Fields.child), help: .of(Offer.Fields.child))
    var child: Int64?

    func run() async throws {
        let found = try await options.organisation(organisation)
        let made = try await options.perform(
            AddOffer(
                organisation: found.id,
                title: title,
                details: about,
                adult: Minutes(adult),
                child: child.map { Minutes($0) }
            )
        )
        options.say(.shown(made), "Added \(made.title), at \(found.name). Its id is \(made.id).")
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
}
