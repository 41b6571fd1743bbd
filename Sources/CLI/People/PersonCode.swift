internal import ArgumentParser
internal import Ledger
internal import Timebank
internal import Web

/// Makes a one-time code for a member to sign in with.
struct PersonCode: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "code",
        abstract: "Make a code on paper, with which a member chooses a password.",
        discussion: """
            For a member who has never signed in, and for one who has forgotten their password. \
            The code is good once, for two weeks, and replaces an earlier one. Hand it only to \
            the person themselves. It is never made for an operator here: see person operator.

            Example:
              commonhour person code 1002-K --network fenside
            """
    )

    @OptionGroup var options: NetworkOptions

    @Argument(help: .of(Member.Fields.member))
    var member: MemberName

    func run() async throws {
        let found = try await options.member(member).member
        let handed = try await options.perform(HandOverCode(member: .id(found.id)))
        options.say(
            .object(
                [("name", .text(found.name)), ("number", .text(found.number))] + handed.fields
            ),
            "A code for \(found.name), number \(found.number).",
            handed.words(at: options.network)
        )
    }
}

/// Makes a person an operator.
struct PersonOperator: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "operator",
        abstract: "Make somebody an operator, who looks after every network here.",
        discussion: """
            For somebody who is one already it is the way back to a forgotten password.

            Example:
              commonhour person operator sam@example.org --name "Sam Reed"
            """
    )

    @OptionGroup var store: StoreOptions

    @Argument(help: .of(MakeOperator.Fields.login))
    var login: String

    @Option(name: .of(MakeOperator.Fields.name), help: .of(MakeOperator.Fields.name))
    var name: String

    @Flag(help: "Print the answer as JSON.")
    var json = false

    func run() async throws {
        let handed = try await store.perform(MakeOperator(login: login, title: name))
        if json {
            let fields = [("login", JSON.text(login)), ("name", .text(name))]
            return Out.say(JSON.object(fields + handed.fields).line)
        }
        Out.say(
            """
            \(name) is an operator, and signs in with \(login).
            To choose a password: open the set-up page of any network and type this code, good \
            once and until \(handed.expires.day):
            \(handed.code.revealed)
            """
        )
    }
}

/// Erases a member.
struct PersonErase: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract: "Erase a member: name, contacts and words go, the minutes stay counted.",
        discussion: """
            This cannot be taken back, so it is done only with --yes. To let somebody rest \
            instead: commonhour person edit NUMBER --status left

            Example:
              commonhour person erase 1002-K --yes --network fenside
            """
    )

    @OptionGroup var options: NetworkOptions

    @Argument(help: .of(Member.Fields.member))
    var member: MemberName

    @Flag(help: "I have looked twice: erase them.")
    var yes = false

    func run() async throws {
        let found = try await options.member(member).member
        guard yes else {
            throw CommandRefusal(
                sentence: """
                    This would erase \(found.name), number \(found.number), for ever. Nothing was \
                    changed. If that is what you want, run it again with --yes.
                    """
            )
        }
        _ = try await options.perform(EraseMember(member: .id(found.id)))
        options.say(
            .object([("number", .text(found.number)), ("erased", .flag(true))]),
            "Number \(found.number) is erased. The minutes stay counted, as nobody's."
        )
    }
}
