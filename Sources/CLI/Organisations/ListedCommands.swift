internal import ArgumentParser
internal import Ledger
internal import Timebank
internal import Web

/// What the command line says of one kind of listed things.
protocol ListedWords: Listed, Shaped {
    /// What they are for, after "something": `to enjoy`.
    static var purpose: String { get }
    /// What follows from taking one off the list, in sentences.
    static var closing: String { get }
    /// What many are called in JSON.
    static var plural: String { get }
    /// The titles of the columns of their table, after id, title and organisation.
    static var columns: [String] { get }

    /// What stands in these columns.
    var cells: [String] { get }
    var organisationName: String { get }
}

extension ListedWords {
    /// What the verbs about them begin with: `commonhour offer`.
    fileprivate static var command: String { "commonhour \(listing.kind)" }
}

/// Lists what of one kind is open.
struct ListListed<Thing: ListedWords>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list",
            abstract: "See what there is \(Thing.purpose).",
            discussion: """
                Example:
                  \(Thing.command) list --network fenside
                """
        )
    }

    @OptionGroup var options: NetworkOptions

    func run() async throws {
        let found: [Thing] = try await options.asking { questions in
            try await questions.all { ListedQuery<Thing>(span: $0) }
        }
        let rows = found.map { [$0.id.description, $0.title, $0.organisationName] + $0.cells }
        options.say(
            .object([(Thing.plural, .list(found.map { .shown($0) }))]),
            found.isEmpty ? "Nothing." : Table(["Id", "What", "Where"] + Thing.columns, rows).text
        )
    }
}

/// Takes something off the list.
struct CloseListed<Thing: ListedWords>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "close",
            abstract: "Take something \(Thing.purpose) off the list.",
            discussion: """
                \(Thing.closing)

                Example:
                  \(Thing.command) close 38GNFVM5J0001 --network fenside
                """
        )
    }

    @OptionGroup var options: NetworkOptions

    @Argument(help: "Its id, as \(Thing.listing.kind) list says it.")
    var id: String

    func run() async throws { try await options.open(Thing.self, id, isOpen: false) }
}

/// Puts something back on the list.
struct ReopenListed<Thing: ListedWords>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "open",
            abstract: "Put something \(Thing.purpose) back on the list.",
            discussion: """
                Example:
                  \(Thing.command) open 38GNFVM5J0001 --network fenside
                """
        )
    }

    @OptionGroup var options: NetworkOptions

    @Argument(help: "Its id, as \(Thing.listing.kind) close said it.")
    var id: String

    func run() async throws { try await options.open(Thing.self, id, isOpen: true) }
}

extension NetworkOptions {
    /// Puts the thing with an id on the list or takes it off, and says so.
    fileprivate func open<Thing: ListedWords>(
        _: Thing.Type,
        _ id: String,
        isOpen: Bool
    ) async throws {
        guard let thing = ID<Thing>(id) else {
            throw ValidationError(
                "An id has 13 letters and digits: see \(Thing.listing.kind) list."
            )
        }
        let made = try await perform(OpenListed(thing, isOpen: isOpen))
        say(
            .shown(made),
            isOpen ? "\(made.title) is on the list." : "\(made.title) is off the list."
        )
    }
}
