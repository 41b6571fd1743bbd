internal import ArgumentParser
internal import Timebank

/// Verbs about networks.
struct NetworkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "network",
        abstract: "Make a network, see which there are, see and change their rules.",
        subcommands: [CreateNetworkCommand.self, NetworkList.self, NetworkPolicy.self]
    )
}

/// Lists the networks.
struct NetworkList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "See which networks there are.",
        discussion: """
            Example:
              commonhour network list
            """
    )

    @OptionGroup var store: StoreOptions

    @Flag(help: "Print the answer as JSON.")
    var json = false

    func run() async throws {
        let cards = try await store.asking { try await $0.ask(NetworksQuery(), as: .console) }
        if json {
            let networks = cards.map {
                JSON.object([("network", .text($0.slug.description)), ("name", .text($0.name))])
            }
            return Out.say(JSON.object([("networks", .list(networks))]).line)
        }
        Out.say(Table(["Network", "Name"], cards.map { [$0.slug.description, $0.name] }).text)
    }
}

extension Network.Model: ExpressibleByArgument {}
