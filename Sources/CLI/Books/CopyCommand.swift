internal import ArgumentParser
internal import Store
internal import Timebank

/// Copies a whole installation from one store to another, of either kind.
struct CopyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "copy",
        abstract: "Carry everything from one store to another: from a file to PostgreSQL or back.",
        discussion: """
            People and how they sign in, all networks, the ledger, the journal and the seals are \
            copied as they are; then the new store is read again and compared, row by row, with \
            what was read, and its books are checked. The old store is not changed. The new one \
            must be empty; when the copy is broken off nothing is in it, and it can be run again.

            Stop the server first: what is done while it runs is not in the copy. The key that \
            signs seals is no part of a store; put it beside the new one by hand.
            """
    )

    @Option(
        help: ArgumentHelp(
            "The store to copy: a file, or postgres://user@host/database.",
            valueName: "store"
        )
    )
    var from: String

    @Option(help: ArgumentHelp("The empty store to copy to.", valueName: "store"))
    var to: String

    @Flag(help: "Print what was copied as JSON.")
    var json = false

    func run() async throws {
        let (old, new) = (StoreOptions(named: from), StoreOptions(named: to))
        guard old.shown != new.shown, !old.isSameFile(as: new) else {
            throw CommandRefusal(sentence: "The two stores are the same one.")
        }
        let source = try await old.openReading()
        do {
            try await source.requireSound(
                "The store \(old.shown)",
                then: "Nothing was copied. Run commonhour verify on it."
            )
            let copied = try await StoreCopy(from: source, to: new).run()
            await source.close()
            tell(copied, from: old, to: new)
        } catch {
            Out.endProgress()
            await source.close()
            throw error
        }
    }

    private func tell(_ copied: StoreCopy.Outcome, from old: StoreOptions, to new: StoreOptions) {
        let transfers = copied.findings.networks.reduce(0) { $0 + $1.transfers }
        if json {
            let document = JSON.object([
                ("ok", .flag(true)), ("from", .text(old.shown)), ("to", .text(new.shown)),
                ("rows", .number(Int64(copied.census.rows))), ("transfers", .number(transfers)),
                ("networks", .number(Int64(copied.findings.networks.count))),
            ])
            return Out.say(document.line)
        }
        Out.say(
            """
            Copied \(counted(copied.census.rows, "row", "rows")) from \(old.shown) to \
            \(new.shown), and compared: \
            \(counted(networks: copied.findings.networks.count, transfers: transfers)), every \
            row and every seal is the same. Everything holds.
            """
        )
        let key = KeyFile(beside: old.path).path
        guard Files.exists(key) else { return }
        Out.say(
            """
            The key that signs seals is not in it. Copy \(key) to \
            \(KeyFile(beside: new.path).path) before you serve the new store.
            """
        )
    }
}
