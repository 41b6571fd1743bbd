public import ArgumentParser
internal import Ledger
internal import PostgresStore
internal import Store
internal import Timebank

/// Makes a demo network with invented people.
struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a network of invented people to look around in.",
        discussion: """
            Prints who can sign in and with what. Write that down: it is shown only once. \
            The same seed and end give the same data, but for ids, cards and passwords.
            """
    )

    @OptionGroup var store: StoreOptions

    @Option(help: "How many members, from 10 to 100000.")
    var members: Int = 171

    @Option(help: "How many months of history, from 1 to 120.")
    var months: Int = 18

    @Option(help: "Another number makes another town.")
    var seed: UInt64 = 1

    @Option(help: "The day before which everything happened; today if left out.")
    var until: Day?

    @Flag(help: "Print the sign-ins as one JSON document.")
    var json = false

    func run() async throws {
        let database = try await store.openAlone(make: true, limits: .patient)
        let bank = try await store.bank(on: database)
        let demo = MakeDemo(
            members: members,
            months: months,
            seed: seed,
            until: until ?? Clock.now().day,
            cost: Hashing.cost
        ) { done, days in
            Out.progress("Playing day \(done) of \(days)")
        }
        let made = try await bank.perform(demo, as: .console).outcome
        Out.endProgress()
        await database.close()
        Out.say(json ? made.json.line : Self.table(of: made))
    }

    /// A table of role, name, sign-in and password.
    private static func table(of made: DemoSignIns) -> String {
        let table = Table(
            ["Role", "Name", "Sign in with", "Password"],
            made.signIns.map { [$0.role, $0.name, $0.login, $0.password] }
        )
        return """
            Made the network \(made.network). These people can sign in:

            \(table.text)

            To look around: commonhour serve, then open /\(made.network)/ at the address it prints.
            """
    }
}

extension DemoSignIns {
    /// The sign-ins as scripts read them.
    fileprivate var json: JSON {
        let logins = signIns.map {
            JSON.object([
                ("role", .text($0.role)), ("login", .text($0.login)),
                ("password", .text($0.password)), ("name", .text($0.name)),
            ])
        }
        return .object([("network", .text(network.description)), ("logins", .list(logins))])
    }
}

extension Day: ExpressibleByArgument {
    init?(argument: String) { self.init(argument) }
}
