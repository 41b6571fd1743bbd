internal import ArgumentParser
internal import Timebank

/// Examines the installation and says what to do about each problem.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "See what is wrong on this machine, and what to do.",
        discussion: """
            Looks at the store's files, the disk, the signing key, seals and backups. It changes \
            nothing and may run while the store is served. Whether every minute is accounted for, \
            verify says.
            """
    )

    @OptionGroup var store: StoreOptions

    @Flag(help: "Print what was found as JSON.")
    var json = false

    func run() async throws {
        let signs = await Examination(of: store).run()
        if json {
            let document = JSON.object([
                ("ok", .flag(!signs.contains { $0.state == .wrong })),
                ("signs", .list(signs.map(\.json))),
            ])
            Out.say(document.line)
        } else {
            for sign in signs { Out.say(sign.line) }
        }
        if signs.contains(where: { $0.state == .wrong }) { throw ExitCode(1) }
    }
}

/// One result of the examination.
struct Sign: Sendable {
    enum State: String, Sendable { case ok, warn, wrong }

    let name: String
    let state: State
    /// What was found and, unless it is ok, what to do.
    let words: String

    var line: String {
        let state = state.rawValue
        return state + String(repeating: " ", count: 7 - state.count) + words
    }

    var json: JSON {
        .object([
            ("name", .text(name)), ("state", .text(state.rawValue)), ("words", .text(words)),
        ])
    }
}
