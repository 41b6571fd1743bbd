internal import ArgumentParser
internal import PostgresStore
internal import Store
internal import Timebank

/// Imports the rows of a file into a network.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Bring in members, organisations, transfers and more from a CSV file.",
        discussion: """
            All rows are brought in, or none: whatever will not do is named with its line, so \
            that you can mend the file and try again. Running it twice adds nothing twice. Try \
            --dry-run first; it changes nothing.

            What each kind of file looks like: commonhour import --template transfers

            Begin with organisations and members. A member or organisation that only transfers \
            name is made under its number or short name, and a later file fills it in. Of \
            TimeOverflow also the reports of members and transfers are read, which a coordinator \
            can take herself; of Komunitin the list of payments and what it exports. The store \
            must not be served meanwhile.
            """
    )

    @OptionGroup var store: StoreOptions

    @Option(help: ArgumentHelp("The network's short name.", valueName: "slug"))
    var network: String?

    @Option(help: "What the file holds: \(FileKind.allValueStrings.joined(separator: ", ")).")
    var kind: FileKind?

    @Option(help: "Which program wrote it: \(Self.formats).")
    var format: ImportFormat = .commonhour

    @Flag(help: "Try everything and change nothing.")
    var dryRun = false

    @Option(help: ArgumentHelp("Print the header of a kind of file, and a row.", valueName: "kind"))
    var template: FileKind?

    @Flag(help: "Print what came of it as JSON.")
    var json = false

    @Argument(help: "The CSV file.")
    var file: String?

    func validate() throws {
        guard template == nil else { return }
        guard network != nil, let kind, file != nil else {
            throw ValidationError("Say --network, --kind and the file, or --template alone.")
        }
        let kinds = format.kinds(of: Program.current.scheme).map(\.name)
        guard kinds.contains(kind.name) else {
            throw ValidationError(
                "\(format.rawValue) has no file of \(kind); it has "
                    + kinds.joined(separator: " and ") + "."
            )
        }
    }

    func run() async throws {
        if let template {
            return Out.write(template.template)
        }
        guard let kind, let file, let network else { return }
        let source = try FileSource(path: file)
        let database = try await store.openAlone(limits: .patient)
        let slug = try await store.network(network, in: database)
        let bank = try await store.bank(on: database)
        let report = try await bank.bring(
            ImportFile(kind, format, name: source.name, bytes: source.bytes),
            into: slug,
            as: .console,
            isDryRun: dryRun,
            progress: ImportProgress(Self.show)
        )
        await database.close()
        Out.endProgress()
        if json { Out.say(report.json.line) }
        guard report.problems.isEmpty else {
            if !json { for line in report.complaints { Out.complain(line) } }
            throw ExitCode(1)
        }
        if !json { for line in report.lines(isDryRun: dryRun) { Out.say(line) } }
    }

    private static func show(_ stage: ImportProgress.Stage, _ count: Int, of all: Int?) {
        let done = all.map { "\(count) of \($0)" } ?? "\(count)"
        switch stage {
        case .reading: Out.progress("Reading: \(done) rows")
        case .comparing: Out.progress("Looking for what is here already: \(done) rows")
        case .writing: Out.progress("Writing: \(done) rows")
        }
    }

    private static var formats: String {
        ImportFormat.allCases.map(\.rawValue).joined(separator: ", ")
    }
}

extension FileKind: ExpressibleByArgument {
    /// The kind of file that is imported under a name.
    init?(argument: String) {
        guard let kind = Program.current.scheme.importedFile(named: argument) else { return nil }
        self = kind
    }

    static var allValueStrings: [String] { Program.current.scheme.importedFiles.map(\.name) }

    static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
}

extension ImportFormat: ExpressibleByArgument {}

extension ImportReport {
    /// What was added, for people.
    fileprivate func lines(isDryRun: Bool) -> [String] {
        let all = counted(rows, "row", "rows")
        var lines = [
            isDryRun
                ? "Nothing was changed. It would add \(added) of \(all) of \(kind.name)."
                : "Added \(added) of \(all) of \(kind.name)."
        ]
        if skipped > 0 { lines.append(counted(skipped, "was", "were") + " here already.") }
        if members > 0 {
            lines.append(
                members == 1
                    ? "One member has only a number so far. Import a file of members next."
                    : "\(members) members have only a number so far. Import a file of members next."
            )
        }
        if organisations > 0 {
            lines.append(
                (organisations == 1
                    ? "One organisation has" : "\(organisations) organisations have")
                    + " only a short name so far. Import a file of organisations next."
            )
        }
        if rounded > 0 {
            lines.append(
                counted(rounded, "amount was", "amounts were") + " rounded to whole minutes."
            )
        }
        lines += dropped.shown.map { "Left out: \($0)" }
        if dropped.count > dropped.shown.count {
            lines.append("Left out: \(dropped.count - dropped.shown.count) more.")
        }
        if !unused.isEmpty {
            lines.append("Columns that were not read: \(unused.joined(separator: ", ")).")
        }
        if !warnings.isEmpty {
            lines.append("Please look at " + counted(warnings.count, "row", "rows") + " again:")
            lines += warnings.shown.map(\.description)
            let rest = warnings.count - warnings.shown.count
            if rest > 0 { lines.append("and \(rest) more") }
        }
        return lines
    }

    /// The rows to be corrected, for people.
    fileprivate var complaints: [String] {
        var lines = problems.shown.map(\.description)
        let rest = problems.count - problems.shown.count
        if rest > 0 { lines.append("and \(rest) more") }
        lines.append(
            "Nothing was imported. Mend "
                + (problems.count == 1 ? "this line" : "these \(problems.count) lines")
                + " and run the same command again."
        )
        return lines
    }

    /// What came of it, for programs.
    fileprivate var json: JSON {
        .object([
            ("kind", .text(kind.name)), ("rows", .number(Int64(rows))),
            ("added", .number(Int64(added))), ("skipped", .number(Int64(skipped))),
            ("rounded", .number(Int64(rounded))), ("members", .number(Int64(members))),
            ("organisations", .number(Int64(organisations))),
            ("unused", .list(unused.map { .text($0) })),
            ("dropped", .list(dropped.shown.map(\.json))),
            ("warnings", .list(warnings.shown.map(\.json))),
            ("warningCount", .number(Int64(warnings.count))),
            ("problems", .list(problems.shown.map(\.json))),
            ("problemCount", .number(Int64(problems.count))),
        ])
    }
}

extension ImportProblem {
    fileprivate var json: JSON {
        .object([
            ("line", .number(Int64(line))), ("column", .text(ifAny: column)),
            ("value", .text(value)), ("reason", .text(reason.sentence)),
            ("code", .text(reason.code)),
        ])
    }
}
