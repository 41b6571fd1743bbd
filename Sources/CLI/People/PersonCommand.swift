internal import ArgumentParser
internal import Ledger
internal import Timebank
internal import Web

/// Verbs about people.
struct PersonCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person",
        abstract: "Add and look up members, hand over codes, give and take away roles.",
        discussion: """
            A member is named by their number, such as 1002-K. All of it also works while the \
            store is served.

            Examples:
              commonhour person add "Ada Nowak" --network fenside
              commonhour person list --network fenside --search nowak
              commonhour person code 1002-K --network fenside
            """,
        subcommands: [
            PersonAdd.self, PersonList.self, PersonShow.self, PersonEdit.self, PersonCard.self,
            PersonCode.self, PersonErase.self, PersonAppoint.self, PersonDismiss.self,
            PersonGuardian.self, PersonRelatives.self, PersonOperator.self,
        ]
    )
}

/// Adds a member.
struct PersonAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add a member, who gets a number and a card.",
        discussion: """
            A name is enough. Somebody whose e-mail address is known from elsewhere is not \
            joined to it: hand them a code, which they use signed in.

            Examples:
              commonhour person add "Ada Nowak" --network fenside
              commonhour person add "Bo Kalnins" --email bo@example.org --language lv --code \\
                  --network fenside
            """
    )

    @OptionGroup var options: NetworkOptions

    @Argument(help: .of(Member.Fields.name))
    var name: String

    @Option(name: .of(Member.Fields.email), help: .of(Member.Fields.email))
    var email: String?

    @Option(name: .of(Member.Fields.phone), help: .of(Member.Fields.phone))
    var phone: String?

    @Option(name: .of(Member.Fields.language), help: .of(Member.Fields.language))
    var language: String?

    @Option(name: .of(Member.Fields.number), help: .of(Member.Fields.number))
    var number: MemberNumber?

    @Option(
        help: ArgumentHelp(
            "Short name of the organisation that brings them in; its leads hand them their code.",
            valueName: "slug"
        )
    )
    var organisation: String?

    @Flag(help: "Make a code too, with which they choose a password.")
    var code = false

    @Flag(name: .of(Member.Fields.addAnyway), help: .of(Member.Fields.addAnyway))
    var addAnyway = false

    func run() async throws {
        let made: Member
        do {
            made = try await add()
        } catch let refusal as any Refusal where refusal.code == Self.alike {
            throw Self.unsure(refusal.words(in: .english).line)
        } catch let refusal as HandedRefusal where refusal.code == Self.alike {
            throw Self.unsure(refusal.sentence)
        }
        guard code else {
            return options.say(
                made.json,
                "Added \(made.name), number \(made.number), card \(made.card ?? "none").",
                "For a code to sign in with: commonhour person code \(made.number) "
                    + "--network \(options.network)"
            )
        }
        let handed = try await options.perform(HandOverCode(member: .id(made.id)))
        options.say(
            made.json(with: handed),
            "Added \(made.name), number \(made.number), card \(made.card ?? "none").",
            handed.words(at: options.network)
        )
    }

    private static let alike = PeopleRefusal.memberAlike(nil).code

    /// A refusal that says how to add the person nevertheless.
    private static func unsure(_ sentence: String) -> CommandRefusal {
        CommandRefusal(
            sentence: sentence + " To add the person all the same, add --add-anyway."
        )
    }

    private func add() async throws -> Member {
        try await options.perform(
            AddMember(
                name: name,
                email: email,
                phone: phone,
                language: language,
                number: number,
                organisation: try await bringing(),
                addAnyway: addAnyway
            )
        )
    }

    private func bringing() async throws -> Organisation.ID? {
        guard let organisation else { return nil }
        return try await options.asking { try await $0.organisation(organisation).id }
    }
}

/// Lists members.
struct PersonList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "See the members: all, or those that a search finds.",
        discussion: """
            Examples:
              commonhour person list --network fenside
              commonhour person list --network fenside --search "kal"
              commonhour person list --network fenside --offices
            """
    )

    @OptionGroup var options: NetworkOptions

    @Option(name: .of(MembersQuery.Fields.search), help: .of(MembersQuery.Fields.search))
    var search = ""

    @Flag(help: "Only who coordinates and who funds the network.")
    var offices = false

    func run() async throws {
        guard !offices else { return try await listOffices() }
        let members: [MemberState] = try await options.asking { questions in
            try await questions.all { MembersQuery(search: search, span: $0) }
        }
        let rows = members.map { state in
            [
                state.member.number, state.member.name, state.purse?.minutes.words ?? "",
                state.member.status.rawValue, state.signsIn == true ? "yes" : "no",
            ]
        }
        options.say(
            .object([("members", .list(members.map(\.json)))]),
            members.isEmpty
                ? "Nobody."
                : Table(["Number", "Name", "Has", "Status", "Signs in"], rows).text
        )
    }

    private func listOffices() async throws {
        let holders = try await options.ask(OfficesQuery())
        let rows = holders.map { [$0.number ?? "", $0.name, $0.office.rawValue] }
        options.say(
            .object([("offices", .list(holders.map { .shown($0) }))]),
            holders.isEmpty ? "Nobody." : Table(["Number", "Name", "Office"], rows).text
        )
    }
}

extension MemberNumber: ExpressibleByArgument {
    init?(argument: String) { self.init(argument) }
}
