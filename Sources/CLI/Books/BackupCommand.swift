internal import ArgumentParser
internal import Ledger
internal import SQLiteStore
internal import Store
internal import Timebank

/// Copies the store to one file, and verifies the copy.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the store to a file, also while it is served, and check the copy.",
        discussion: """
            The copy is of one moment and holds everything but the key that signs seals. It ends \
            with a checksum, by which restore knows it again to the last bit. Keep it on another \
            machine, and a copy of the key in a third place. A PostgreSQL database is \
            copied to a file as well, which any Commonhour can serve.
            """
    )

    @OptionGroup var store: StoreOptions

    @Flag(help: "Print what was copied as JSON.")
    var json = false

    @Argument(help: "The file to make; it must not be there yet.")
    var file: String

    func run() async throws {
        let begun = Clock.now()
        let database = try await store.openReading()
        do {
            try await database.requireSound(
                "The store",
                then: "No copy was made. Run commonhour verify, and keep the older backups."
            )
        } catch {
            await database.close()
            throw error
        }
        try Files.make(file)
        let findings: Findings
        do {
            Out.progress("Copying")
            try await copy(database)
            try Files.flush(file)
            try Files.flush(Files.folder(of: file))
            findings = try await Self.check(file)
            if findings.holds { try BackupSum(of: file).add() }
        } catch {
            Out.endProgress()
            Files.remove(file)
            await database.close()
            throw error
        }
        await database.close()
        Out.endProgress()
        guard findings.holds else {
            for line in findings.lines { Out.complain(line) }
            throw CommandRefusal(
                sentence: """
                    The copy is at \(file), but the books in it do not hold, as above. Most likely \
                    the store's do not either: run commonhour verify.
                    """
            )
        }
        remember(begun)
        tell(findings)
    }

    /// Records the time of the backup for `doctor`; without the right to write there, it does
    /// nothing.
    private func remember(_ moment: Instant) {
        do {
            try store.makeFolder()
            try LastBackup(of: store.path).remember(moment)
        } catch {
            Out.complain(
                """
                The backup is made. That it was could not be noted beside the store, so doctor \
                will not count it.
                """
            )
        }
    }

    /// Copies an SQLite file page by page.
    ///
    /// A PostgreSQL database is copied row by row to a temporary SQLite store, and its pages then
    /// to the file.
    private func copy(_ database: Database) async throws {
        guard store.isPostgres else { return try await database.backup(to: file) }
        let rows = file + ".copying"
        let clear = { for end in ["", "-wal", "-shm", ".lock"] { Files.remove(rows + end) } }
        // Left behind by a backup that was killed.
        clear()
        defer { clear() }
        _ = try await StoreCopy(from: database, to: StoreOptions(named: rows)).run()
        let copied = Database(try SQLiteStore(path: rows, mode: .reading))
        do {
            try await copied.backup(to: file)
            await copied.close()
        } catch {
            await copied.close()
            throw error
        }
    }

    /// Verifies a file that nobody serves.
    static func check(_ file: String) async throws -> Findings {
        let copy = Database(try SQLiteStore(path: file, mode: .reading))
        do {
            try await Program.current.scheme.migrator.requireCurrent(copy)
            let findings = try await Verify(
                of: Program.current.scheme,
                progress: VerifyCommand.show
            ).run(on: copy)
            await copy.close()
            return findings
        } catch {
            await copy.close()
            throw error
        }
    }

    private func tell(_ findings: Findings) {
        let transfers = findings.networks.reduce(0) { $0 + $1.transfers }
        let size = Files.facts(file)?.size ?? 0
        let key = KeyFile(beside: store.path)
        if json {
            let document = JSON.object([
                ("ok", .flag(true)), ("file", .text(file)), ("bytes", .number(size)),
                ("networks", .number(Int64(findings.networks.count))),
                ("transfers", .number(transfers)), ("key", .text(key.path)),
            ])
            return Out.say(document.line)
        }
        Out.say(
            """
            Copied to \(file) and checked: \(Files.size(size)), \
            \(counted(networks: findings.networks.count, transfers: transfers)). Everything holds.
            """
        )
        Out.say(
            Files.exists(key.path)
                ? "The key that signs seals is not in it. It is in \(key.path): keep a copy apart."
                : "The key that signs seals is not in it, and none has been made yet."
        )
    }
}
