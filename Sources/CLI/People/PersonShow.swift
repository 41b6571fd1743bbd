internal import ArgumentParser
internal import Ledger
internal import Timebank

/// Shows one member.
struct PersonShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "See one member: how to reach them, what they have, what they are.",
        discussion: """
            Example:
              commonhour person show 1002-K --network fenside
            """
    )

    @OptionGroup var options: NetworkOptions

    @Argument(help: .of(Member.Fields.member))
    var member: MemberName

    func run() async throws {
        let (state, roles, guardians, relatives) = try await options.asking { questions in
            let state = try await questions.member(member)
            let name = MemberName.id(state.member.id)
            return (
                state, try await questions.ask(RolesQuery(member: name)),
                try await questions.ask(GuardiansQuery(ward: name)),
                try await questions.ask(RelativesQuery(member: name))
            )
        }
        let document = state.json(
            with: roles.facts + [
                ("guardians", .list(guardians.map { .text($0.name) })),
                ("relatives", .list(relatives.map { .text($0.number) })),
            ]
        )
        Out.say(options.json ? document.line : Self.lines(state, roles, guardians, relatives))
    }

    private static func lines(
        _ state: MemberState,
        _ roles: Roles,
        _ guardians: [Guardian],
        _ relatives: [Relative]
    ) -> String {
        let member = state.member
        let facts: [(String, String?)] = [
            ("Name", member.name), ("Number", member.number), ("Card", member.card),
            ("E-mail", member.email), ("Telephone", member.phone), ("Language", member.language),
            ("Status", member.status.rawValue), ("Since", member.joined.day.description),
            ("Has", state.purse?.minutes.words),
            ("Held", state.purse.flatMap { $0.held == .zero ? nil : $0.held.words }),
            ("Signs in", state.signsIn == true ? "yes" : "no"),
            ("Is", roles.words.isEmpty ? nil : roles.words.joined(separator: ", ")),
            ("Acts for", roles.wards.isEmpty ? nil : roles.wards.joined(separator: ", ")),
            (
                "Guardians",
                guardians.isEmpty ? nil : guardians.map(\.name).joined(separator: ", ")
            ),
            (
                "Relatives",
                relatives.isEmpty ? nil : relatives.map(\.name).joined(separator: ", ")
            ),
        ]
        return facts.compactMap { name, value in
            value.map { "\(name):\(String(repeating: " ", count: 11 - name.count))\($0)" }
        }
        .joined(separator: "\n")
    }
}

/// Changes a member's name, contacts, language or status.
struct PersonEdit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit",
        abstract: "Change a member's name, how they are reached, or whether they take part.",
        discussion: """
            Examples:
              commonhour person edit 1002-K --phone "01945 555 123" --network fenside
              commonhour person edit 1002-K --status left --network fenside
            """
    )

    @OptionGroup var options: NetworkOptions

    @Argument(help: .of(Member.Fields.member))
    var member: MemberName

    @Option(name: .of(EditMember.Fields.name), help: .of(EditMember.Fields.name))
    var name: String?

    @Option(name: .of(EditMember.Fields.email), help: .of(EditMember.Fields.email))
    var email: String?

    @Option(name: .of(EditMember.Fields.phone), help: .of(EditMember.Fields.phone))
    var phone: String?

    @Option(name: .of(EditMember.Fields.language), help: .of(EditMember.Fields.language))
    var language: String?

    @Option(name: .of(EditMember.Fields.status), help: .of(EditMember.Fields.status))
    var status: Member.Status?

    func validate() throws {
        if [name, email, phone, language, status?.rawValue].allSatisfy({ $0 == nil }) {
            throw ValidationError("Say what to change, such as --phone or --status.")
        }
    }

    func run() async throws {
        let old = try await options.member(member).member
        let new = try await options.perform(
            EditMember(
                member: .id(old.id),
                title: name,
                email: email,
                phone: phone,
                language: language,
                status: status
            )
        )
        options.say(new.json, "Changed \(new.name), number \(new.number).")
    }
}

/// Gives a member a new card.
struct PersonCard: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "card",
        abstract: "Give a member a new card; the old one opens nothing any more.",
        discussion: """
            Example:
              commonhour person card 1002-K --network fenside
            """
    )

    @OptionGroup var options: NetworkOptions

    @Argument(help: .of(Member.Fields.member))
    var member: MemberName

    func run() async throws {
        let old = try await options.member(member).member
        let new = try await options.perform(NewCard(member: .id(old.id)))
        options.say(new.json, "\(new.name), number \(new.number), has a new card:", new.card ?? "")
    }
}

extension Member.Status: ExpressibleByArgument {}
