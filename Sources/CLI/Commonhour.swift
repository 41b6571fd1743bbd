internal import ArgumentParser
internal import Glibc

/// The program; each verb is a subcommand.
@main
struct Commonhour: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "commonhour",
        abstract: "Runs Time Credits networks and time banks.",
        discussion: """
            People give an hour and receive a credit; they spend it at a pool, a cinema, a \
            community day out, or on a neighbour's hour.

            To look around: commonhour demo, then commonhour serve.
            To begin: commonhour network create, then commonhour serve.
            """,
        subcommands: CommandPart.standard.flatMap(\.verbs)
    )

    /// Parses the arguments and runs the command; the exit code tells its outcome.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            Glibc.exit(Complaint(error, command: self).tell())
        }
    }
}
