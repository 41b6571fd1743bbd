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
        subcommands: [OfferAdd.self, OfferList.self, OfferClose.self, OfferOpen.self]
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
        place.say(.shown(made), "Added \(made.title), at \(found.name). Its id is \(made.id).")
    }
}

/// Lists what there is to enjoy.
struct OfferList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "See what there is to enjoy.",
        discussion: """
            Example:
              commonhour offer list --network fenside
            """
    )

    @OptionGroup var place: PlaceOptions

    func run() async throws {
        let found: [Offer] = try await place.asking { questions in
            try await questions.all { OffersQuery(span: $0) }
        }
        let rows = found.map {
            [
                $0.id.description, $0.title, $0.organisationName, $0.adult.words,
                $0.child?.words ?? "",
            ]
        }
        place.say(
            .object([("offers", .list(found.map { .shown($0) }))]),
            found.isEmpty
                ? "Nothing." : Table(["Id", "What", "Where", "Adult", "Child"], rows).text
        )
    }
}

/// Takes something to enjoy off the list.
struct OfferClose: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Take something to enjoy off the list.",
        discussion: """
            No till accepts credits for it any more. To change a price, close the offer and add \
            another.

            Example:
              commonhour offer close 38GNFVM5J0001 --network fenside
            """
    )

    @OptionGroup var place: PlaceOptions

    @Argument(help: "Its id, as offer list says it.")
    var id: String

    func run() async throws { try await place.list(offer: id, isOpen: false) }
}

/// Puts something to enjoy back on the list.
struct OfferOpen: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Put something to enjoy back on the list.",
        discussion: """
            Example:
              commonhour offer open 38GNFVM5J0001 --network fenside
            """
    )

    @OptionGroup var place: PlaceOptions

    @Argument(help: "Its id, as offer close said it.")
    var id: String

    func run() async throws { try await place.list(offer: id, isOpen: true) }
}

extension PlaceOptions {
    /// Puts something to enjoy on the list or takes it off, and says so.
    fileprivate func list(offer id: String, isOpen: Bool) async throws {
        guard let offer = Offer.ID(id) else {
            throw ValidationError("An id has 13 letters and digits: see offer list.")
        }
        let made = try await perform(OpenOffer(offer: offer, isOpen: isOpen))
        say(
            .shown(made),
            isOpen ? "\(made.title) is on the list." : "\(made.title) is off the list."
        )
    }
}
