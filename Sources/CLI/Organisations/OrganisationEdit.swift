internal import ArgumentParser
internal import Ledger
internal import Timebank
internal import Web

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

    @OptionGroup var options: NetworkOptions

    @Argument(help: "The organisation's short name.")
    var slug: String

    @Argument(help: .of(Organisation.Fields.name))
    var name: String

    func run() async throws {
        let (old, new) = try await options.edit(slug) {
            EditOrganisation(organisation: $0, title: name)
        }
        options.say(new.withoutFigures.json, "\(old.name) is called \(new.name) now.")
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

    @OptionGroup var options: NetworkOptions

    @Argument(help: "The organisation's short name.")
    var slug: String

    func run() async throws {
        let (_, new) = try await options.edit(slug) {
            EditOrganisation(organisation: $0, isOpen: false)
        }
        options.say(new.withoutFigures.json, "\(new.name) is closed.")
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

    @OptionGroup var options: NetworkOptions

    @Argument(help: "The organisation's short name.")
    var slug: String

    func run() async throws {
        let (_, new) = try await options.edit(slug) {
            EditOrganisation(organisation: $0, isOpen: true)
        }
        options.say(new.withoutFigures.json, "\(new.name) is open.")
    }
}

extension NetworkOptions {
    /// Changes the organisation with a short name; returns it before and after.
    fileprivate func edit(
        _ slug: String,
        _ change: (Organisation.ID) -> EditOrganisation
    ) async throws -> (old: Organisation, new: Organisation) {
        let old = try await organisation(slug)
        return (old, try await perform(change(old.id)))
    }
}
