internal import ArgumentParser
internal import Ledger
internal import Timebank
internal import Web

/// Verbs about who works where.
struct StaffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "staff",
        abstract: "Give members roles at organisations, see who has which, take them away.",
        discussion: """
            lead looks after what there is to do and to enjoy, and after staff; worker confirms \
            hours; till accepts credits. Each may do what those after it may.

            Examples:
              commonhour staff appoint 1002-K --organisation school --role worker \\
                  --network fenside
              commonhour staff list --network fenside
            """,
        subcommands: [StaffList.self, StaffAppoint.self, StaffDismiss.self]
    )
}

/// Lists the staff.
struct StaffList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "See who has which role, at one organisation or at all.",
        discussion: """
            Example:
              commonhour staff list --organisation school --network fenside
            """
    )

    @OptionGroup var options: NetworkOptions

    @Option(help: ArgumentHelp("Only at this organisation.", valueName: "slug"))
    var organisation: String?

    func run() async throws {
        let staff: [(Organisation, StaffMember)] = try await options.asking { questions in
            let places: [Organisation]
            if let organisation {
                places = [try await questions.organisation(organisation)]
            } else {
                let states: [OrganisationState] = try await questions.all {
                    OrganisationsQuery(span: $0)
                }
                places = states.map(\.organisation)
            }
            var staff: [(Organisation, StaffMember)] = []
            for options in places {
                let members = try await questions.ask(StaffQuery(organisation: options.id))
                staff += members.map { (options, $0) }
            }
            return staff
        }
        let rows = staff.map { options, member in
            [options.slug.description, member.number ?? "", member.name, member.role.rawValue]
        }
        options.say(
            .object([("staff", .list(staff.map { $1.json(at: $0) }))]),
            staff.isEmpty
                ? "Nobody." : Table(["Organisation", "Number", "Name", "Role"], rows).text
        )
    }
}

/// Gives a member a role at an organisation.
struct StaffAppoint: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "appoint",
        abstract: "Give a member a role at an organisation, in place of one they have there.",
        discussion: """
            A code that was handed to them before is useless afterwards: make the code last.

            Example:
              commonhour staff appoint 1002-K --organisation school --role worker \\
                  --network fenside
            """
    )

    @OptionGroup var options: NetworkOptions

    @Argument(help: .of(AppointStaff.Fields.member))
    var member: MemberName

    @Option(help: ArgumentHelp("The organisation's short name.", valueName: "slug"))
    var organisation: String

    @Option(name: .of(AppointStaff.Fields.role), help: .of(AppointStaff.Fields.role))
    var role: StaffRole

    func run() async throws {
        let (found, options) = try await self.options.asking {
            (try await $0.member(member).member, try await $0.organisation(organisation))
        }
        let made = try await self.options.perform(
            AppointStaff(organisation: options.id, member: .id(found.id), role: role)
        )
        self.options.say(
            made.json(at: options),
            "\(made.name) is \(role.rawValue) at \(options.name) now."
        )
    }
}

/// Takes a role at an organisation away.
struct StaffDismiss: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dismiss",
        abstract: "Take a member's role at an organisation away.",
        discussion: """
            Example:
              commonhour staff dismiss 1002-K --organisation school --network fenside
            """
    )

    @OptionGroup var options: NetworkOptions

    @Argument(help: .of(AppointStaff.Fields.member))
    var member: MemberName

    @Option(help: ArgumentHelp("The organisation's short name.", valueName: "slug"))
    var organisation: String

    func run() async throws {
        let (found, options) = try await self.options.asking {
            (try await $0.member(member).member, try await $0.organisation(organisation))
        }
        let isNone = CommandRefusal(sentence: "\(found.name) has no role at \(options.name).")
        guard let person = found.person else { throw isNone }
        do {
            _ = try await self.options.perform(
                DismissStaff(organisation: options.id, person: person)
            )
        } catch AccessRefusal.notFound { throw isNone }
        self.options.say(
            .object([
                ("organisation", .text(options.slug.description)),
                ("number", .text(found.number)), ("role", .null),
            ]),
            "\(found.name) has no role at \(options.name) any more."
        )
    }
}

extension StaffMember {
    /// Somebody's role at an organisation, for programs.
    fileprivate func json(at options: Organisation) -> JSON {
        .shown(self, and: [("organisation", .text(options.slug.description))])
    }
}

extension StaffRole: ExpressibleByArgument {}
