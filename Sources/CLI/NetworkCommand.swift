internal import ArgumentParser
internal import Timebank

/// Verbs about networks.
struct NetworkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "network",
        abstract: "Make a network.",
        subcommands: [Create.self]
    )

    /// Makes a network and its first coordinator.
    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a network and its first coordinator."
        )

        @OptionGroup var store: StoreOptions

        @Argument(help: "Its short name in addresses, such as wisbech.")
        var slug: String

        @Option(help: "Its name, such as \"Fenside Time Credits\".")
        var name: String

        @Option(help: "credits (issued to organisations) or mutual (members may go below zero).")
        var model: Network.Model = .credits

        @Option(help: "Its time zone.")
        var timeZone: String = "Europe/London"

        @Option(help: "Its language: en, cy, pl, lv, lt, pt, hu or ru.")
        var language: String = "en"

        func run() async throws {
            let made = try await store.perform(
                CreateNetwork(
                    slug: slug,
                    title: name,
                    model: model,
                    zone: timeZone,
                    language: language
                ),
                make: true
            )
            Out.say("Made \(made.name), at /\(made.slug)/.")
        }
    }
}

extension Network.Model: ExpressibleByArgument {}
