internal import ArgumentParser
internal import Ledger
internal import Timebank

/// Gives an organisation another name.
struct OrganisationRename: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rename",
        abstract: "Give an organisation another name; its short name stays.",
        discussion: """
            Example:
              commonhour organisation rename school "Orchard Lane Academy" --network fenside
            """
    )

    @OptionGroup var place: PlaceOptions

    @Argument(help: "The organisation's short name.")
    var slug: String

    @Argument(help: "Its new name.")
    var name: String

    func run() async throws {
        let found = try await place.organisation(slug)
        let made = try await place.perform(
            EditOrganisation(organisation: found.id, title: name)
        )
        place.say(made.edited, "\(found.name) is called \(made.name) now.")
    }
}

/// Closes an organisation.
struct OrganisationClose: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Close an organisation: nothing new is claimed or accepted there.",
        discussion: """
            Claims that wait there can still be confirmed or refused. Nothing is lost, and it can \
            be opened again.

            Example:
              commonhour organisation close school --network fenside
            """
    )

    @OptionGroup var place: PlaceOptions

    @Argument(help: "The organisation's short name.")
    var slug: String

    func run() async throws {
        let found = try await place.organisation(slug)
        let made = try await place.perform(
            EditOrganisation(organisation: found.id, isOpen: false)
        )
        place.say(made.edited, "\(made.name) is closed.")
    }
}

/// Opens an organisation again.
struct OrganisationOpen: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Open an organisation again that was closed.",
        discussion: """
            Example:
              commonhour organisation open school --network fenside
            """
    )

    @OptionGroup var place: PlaceOptions

    @Argument(help: "The organisation's short name.")
    var slug: String

    func run() async throws {
        let found = try await place.organisation(slug)
        let made = try await place.perform(
            EditOrganisation(organisation: found.id, isOpen: true)
        )
        place.say(made.edited, "\(made.name) is open.")
    }
}

extension Organisation {
    /// What became of it, for programs.
    fileprivate var edited: JSON {
        .object([
            ("organisation", .text(slug.description)), ("id", .text(id.description)),
            ("name", .text(name)), ("open", .flag(isOpen)),
        ])
    }
}
