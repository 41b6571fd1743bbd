internal import ArgumentParser
internal import Glibc
package import Timebank
package import Web

/// What a program is put together from: the parts in each storey.
///
/// The program that is delivered is ``standard``; a test puts one more part into another. Whoever
/// needs the scheme while a command runs finds it in ``current``.
package struct Program: Sendable {
    /// What it can do, and what its stores hold.
    package let scheme: Scheme
    /// What it serves.
    package let web: [WebPart]
    /// What can be typed.
    let commands: @Sendable () -> [CommandPart]

    /// The program whose command runs.
    @TaskLocal package static var current = Program.standard

    /// Everything that is delivered.
    package static let standard = Program(
        scheme: .standard,
        web: WebPart.standard,
        commands: { CommandPart.standard }
    )

    /// A program of some parts.
    package init(
        scheme: Scheme,
        web: [WebPart],
        commands: @escaping @Sendable () -> [CommandPart]
    ) {
        self.scheme = scheme
        self.web = web
        self.commands = commands
    }

    /// Parses what was typed and does it; every way out has its exit code.
    package func main() async {
        await Self.$current.withValue(self) {
            do {
                var command = try Commonhour.parseAsRoot()
                if var command = command as? any AsyncParsableCommand {
                    try await command.run()
                } else {
                    try command.run()
                }
            } catch {
                Glibc.exit(Complaint(error, command: Commonhour.self).tell())
            }
        }
    }
}
