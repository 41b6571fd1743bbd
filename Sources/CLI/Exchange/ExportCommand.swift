internal import ArgumentParser
internal import Store
internal import Timebank

/// Exports everything that a network owns to a folder of files.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write all that a network owns as CSV files.",
        discussion: """
            The files say what each of their columns means, and how to import them elsewhere. \
            There are no passwords or codes in them, but people's names and addresses: only you \
            can read them. It only reads, and may run while the store is served.
            """
    )

    @OptionGroup var store: StoreOptions

    @Option(help: ArgumentHelp("The network's short name.", valueName: "slug"))
    var network: String

    @Option(help: ArgumentHelp("A folder that is new or empty.", valueName: "folder"))
    var to: String

    @Flag(help: "Print what was written as JSON.")
    var json = false

    func run() async throws {
        let database = try await store.openReading()
        let bank = try await store.bank(on: database)
        let slug = try await store.network(network, in: database)
        let folder = try NewFolder(path: to)
        let report = try await bank.report(
            ExportNetwork(
                to: folder.export,
                of: Program.current.scheme,
                progress: ImportProgress(Self.show)
            ),
            in: slug,
            as: .console
        )
        await database.close()
        Out.endProgress()
        if json {
            Out.say(report.json(folder: to).line)
        } else {
            for file in report.files where file.rows > 0 { Out.say("\(file.name): \(file.rows)") }
            Out.say("All files are in \(to). README.txt there says what to do with them.")
        }
    }

    private static func show(_ stage: ImportProgress.Stage, _ count: Int, of all: Int?) {
        Out.progress("Writing: \(count) rows")
    }
}

extension ExportReport {
    fileprivate func json(folder: String) -> JSON {
        .object([
            ("folder", .text(folder)),
            (
                "files",
                .list(
                    files.map {
                        .object([("name", .text($0.name)), ("rows", .number(Int64($0.rows)))])
                    }
                )
            ),
        ])
    }
}
