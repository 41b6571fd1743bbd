internal import ArgumentParser
internal import Ledger
internal import Timebank
internal import Web

/// Verbs about organisations.
struct OrganisationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "organisation",
        abstract: "Add organisations, grant them more to give, rename and close them.",
        discussion: """
            Examples:
              commonhour organisation add school --name "Orchard Lane School" --earns \\
                  --network fenside
              commonhour organisation add cinema --name "Riverside" --spends corporate \\
                  --network fenside
              commonhour organisation grant school --hours 50 --network fenside
            """,
        subcommands: [
            OrganisationAdd.self, OrganisationList.self, OrganisationGrant.self,
            OrganisationRename.self, OrganisationClose.self, OrganisationOpen.self,
        ]
    )
}

/// Adds an organisation.
struct OrganisationAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add an organisation: where people give hours, or enjoy something, or both.",
        discussion: """
            One where people give hours can issue 100 hours at once.

            Example:
              commonhour organisation add school --name "Orchard Lane School" --earns \\
                  --network fenside
            """
    )

    @OptionGroup var options: NetworkOptions

    @Argument(help: .of(Organisation.Fields.slug))
    var slug: String

    @Option(name: .of(Organisation.Fields.name), help: .of(Organisation.Fields.name))
    var name: String

    @Flag(name: .of(Organisation.Fields.earns), help: .of(Organisation.Fields.earns))
    var earns = false

    @Option(name: .of(Organisation.Fields.spends), help: .of(Organisation.Fields.spends))
    var spends: Organisation.Spends = .no

    func run() async throws {
        let made = try await options.perform(
            AddOrganisation(title: name, slug: slug, earns: earns, spends: spends)
        )
        let left = made.earns ? AddOrganisation.startingAllocation : .zero
        options.say(
            OrganisationState(organisation: made, left: left, taken: .zero).json,
            made.earns
                ? "Added \(made.name), which can issue \(left.words)." : "Added \(made.name)."
        )
    }
}

/// Lists the organisations.
struct OrganisationList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "See the organisations, what they have left to give and what they have accepted.",
        discussion: """
            Example:
              commonhour organisation list --network fenside
            """
    )

    @OptionGroup var options: NetworkOptions

    func run() async throws {
        let states: [OrganisationState] = try await options.asking { questions in
            try await questions.all { OrganisationsQuery(span: $0) }
        }
        let rows = states.map { state in
            [
                state.organisation.slug.description,
                state.organisation.isOpen
                    ? state.organisation.name : "\(state.organisation.name) (closed)",
                state.organisation.earns ? state.left?.words ?? "" : "",
                state.organisation.spends == .no ? "" : state.taken?.words ?? "",
            ]
        }
        options.say(
            .object([("organisations", .list(states.map(\.json)))]),
            states.isEmpty
                ? "None." : Table(["Organisation", "Name", "Left to give", "Accepted"], rows).text
        )
    }
}

/// Grants an organisation more to issue.
struct OrganisationGrant: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grant",
        abstract: "Let an organisation issue more hours.",
        discussion: """
            Example:
              commonhour organisation grant school --hours 50 --network fenside
            """
    )

    @OptionGroup var options: NetworkOptions

    @Argument(help: "The organisation's short name.")
    var slug: String

    @Option(help: "How many hours more.")
    var hours: Int64 = 0

    @Option(help: "How many minutes more, beside the hours.")
    var minutes: Int64 = 0

    @Option(name: .of(GrantAllocation.Fields.memo), help: .of(GrantAllocation.Fields.memo))
    var memo = ""

    func validate() throws {
        guard (0...16_000_000).contains(hours), minutes >= 0, hours * 60 <= .max - minutes,
            hours * 60 + minutes > 0
        else { throw ValidationError("Say how much: --hours 50, or --minutes 90.") }
    }

    func run() async throws {
        let found = try await options.organisation(slug)
        let made = try await options.perform(
            GrantAllocation(
                organisation: found.id,
                minutes: Minutes(hours * 60 + minutes),
                memo: memo
            )
        )
        let left = made.toLink.balance
        options.say(
            .shown(
                ShownTransfer(made, memo: memo),
                and: [
                    ("organisation", .text(slug)), ("transfer", .text(made.id.description)),
                    ("left", left.map { .number($0.count) } ?? .null),
                ]
            ),
            "Granted \(made.minutes.words). \(found.name) has \(left?.words ?? "") left to give."
        )
    }
}

extension OrganisationState {
    /// The organisation, for programs: as the API shows it, and by its short name under the older
    /// name for that.
    var json: JSON {
        .shown(self, and: [("organisation", .text(organisation.slug.description))])
    }
}

extension Organisation.Spends: ExpressibleByArgument {}
