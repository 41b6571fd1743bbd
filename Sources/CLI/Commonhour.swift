internal import ArgumentParser

/// The program; each verb is a subcommand.
struct Commonhour: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "commonhour",
            abstract: "Runs Time Credits networks and time banks.",
            discussion: """
                People give an hour and receive a credit; they spend it at a pool, a cinema, a \
                community day out, or on a neighbour's hour.

                To look around: commonhour demo, then commonhour serve.
                To begin: commonhour network create, then commonhour serve.
                """,
            subcommands: Program.current.commands().flatMap(\.verbs)
        )
    }
}
