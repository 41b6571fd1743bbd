internal import ArgumentParser
internal import Ledger
internal import Timebank
internal import Web

/// Makes a member a coordinator or funder.
struct PersonAppoint: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "appoint",
        abstract: "Make a member coordinator or funder of the network.",
        discussion: """
            A coordinator looks after everything in the network; a funder sees totals and nobody. \
            For roles at an organisation: commonhour staff appoint

            Example:
              commonhour person appoint 1002-K coordinator --network fenside
            """
    )

    @OptionGroup var options: NetworkOptions

    @Argument(help: .of(Appoint.Fields.member))
    var member: MemberName

    @Argument(help: .of(Appoint.Fields.office))
    var office: Office

    func run() async throws {
        let found = try await options.member(member).member
        let holder = try await options.perform(Appoint(member: .id(found.id), office: office))
        options.say(
            .shown(holder),
            "\(holder.name) is \(office.rawValue) of \(options.network) now."
        )
    }
}

/// Ends a member's role as coordinator or funder.
struct PersonDismiss: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dismiss",
        abstract: "Take the office of coordinator or funder away.",
        discussion: """
            The member stays a member.

            Example:
              commonhour person dismiss 1002-K funder --network fenside
            """
    )

    @OptionGroup var options: NetworkOptions

    @Argument(help: .of(Appoint.Fields.member))
    var member: MemberName

    @Argument(help: .of(Appoint.Fields.office))
    var office: Office

    func run() async throws {
        let found = try await options.member(member).member
        guard let person = found.person else { throw isNone(found) }
        do {
            _ = try await options.perform(Dismiss(person: person, office: office))
        } catch AccessRefusal
            .notFound
        { throw isNone(found) }
        options.say(
            .object([
                ("name", .text(found.name)), ("number", .text(found.number)),
                ("office", .null),
            ]),
            "\(found.name) is no \(office.rawValue) of \(options.network) any more."
        )
    }

    private func isNone(_ member: Member) -> CommandRefusal {
        CommandRefusal(sentence: "\(member.name) is no \(office.rawValue) of \(options.network).")
    }
}

extension Office: ExpressibleByArgument {}
