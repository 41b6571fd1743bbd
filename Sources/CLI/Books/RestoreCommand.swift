internal import ArgumentParser
internal import Ledger
internal import SQLiteStore
internal import Store
internal import Timebank

/// Replaces the store by a backup.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a backup in the place of the store.",
        discussion: """
            The backup's checksum and then its books are checked first, and it is never changed. A \
            store that is there already is only \
            replaced with --replace, and is kept beside the new one. Whoever was \
            erased since the backup is erased again. All sign-ins, tokens and unused codes end, \
            for some may have been taken back since; passwords, cards and roles are again those \
            of the backup. Nobody may serve the store meanwhile. Into a \
            PostgreSQL database it goes when that is empty.
            """
    )

    @OptionGroup var store: StoreOptions

    @Flag(help: "Replace the store that is there; it is kept beside the restored one.")
    var replace = false

    @Flag(
        help: """
            Also take a file that has no checksum: an older backup, or a plain copy of a store.
            """
    )
    var withoutChecksum = false

    @Flag(help: "Print what was restored as JSON.")
    var json = false

    @Argument(help: "The backup.")
    var file: String

    func run() async throws {
        guard Files.exists(file) else {
            throw CommandRefusal(sentence: "There is no file at \(file).")
        }
        let hasSum = try BackupSum(of: file).require(orNone: withoutChecksum)
        Out.endProgress()
        // A backup with a checksum is read exactly as it is; a plain copy of a store may have a
        // log.
        let mode: SQLiteStore.Mode = hasSum ? .unchanging : .reading
        if store.isPostgres { return try await fill(mode) }
        var settled = self
        settled.store = try store.settled()
        try await settled.put(mode)
    }

    /// Restores to an SQLite file.
    private func put(_ mode: SQLiteStore.Mode) async throws {
        try store.makeFolder()
        if replace { await foldLog() }
        let lock = try ProcessLock(beside: store.path)
        defer { lock.release() }
        let isThere = Files.exists(store.path)
        if isThere, !replace {
            throw CommandRefusal(
                sentence: """
                    There is a store at \(store.path) already. Run restore with --replace to put \
                    the backup in its place; the old one is kept beside it.
                    """
            )
        }
        let fresh = store.path + ".restoring"
        for end in Self.ends + [".lock"] { Files.remove(fresh + end) }
        do {
            try await copy(to: fresh, mode)
            let restored = try await prepare(fresh, erasedIn: isThere ? store.path : nil)
            // SQLite would take a log that is left behind for the log of the restored store.
            let isLeft = Self.ends.contains { Files.exists(store.path + $0) }
            let kept = try isLeft ? keep() : nil
            try Files.move(fresh, to: store.path)
            try Files.flush(Files.folder(of: store.path))
            Files.remove(fresh + ".lock")
            Out.endProgress()
            tell(restored, kept: kept)
        } catch {
            Out.endProgress()
            for end in Self.ends + [".lock"] { Files.remove(fresh + end) }
            throw error
        }
    }

    /// Restores into an empty PostgreSQL database.
    private func fill(_ mode: SQLiteStore.Mode) async throws {
        if replace {
            throw CommandRefusal(
                sentence: """
                    A PostgreSQL database is not replaced. Make a new one, restore into it, and \
                    serve that: createdb NAME.
                    """
            )
        }
        let backup = Database(try SQLiteStore(path: file, mode: mode))
        do {
            try await Program.current.scheme.migrator.requireCurrent(backup)
            try await Self.requireSound(backup)
            var ended = EndedSignIns()
            let copied = try await StoreCopy(from: backup, to: store).run { copy in
                ended = try await copy.write(in: .none) { try $0.endEverySignIn() }
            }
            await backup.close()
            tell(Restored(findings: copied.findings, erased: 0, ended: ended), kept: nil)
        } catch {
            Out.endProgress()
            await backup.close()
            throw error
        }
    }

    /// Refuses a backup with another schema than ours, before its triggers can run.
    private static func requireSound(_ backup: Database) async throws {
        try await backup.requireSound(
            "This backup",
            then: "Nothing was restored. Take an older backup."
        )
    }

    /// Checkpoints the log that a killed server left beside the old store.
    ///
    /// After that one file holds all of it. A store that cannot be opened is moved as it is.
    private func foldLog() async {
        guard let log = Files.facts(store.path + "-wal"), log.size > 0, Files.exists(store.path),
            let old = try? SQLiteStore(path: store.path)
        else { return }
        await old.close()
    }

    /// The endings of the files of a store; files of two stores must never be mixed.
    private static let ends = ["", "-wal", "-shm"]

    private func copy(to fresh: String, _ mode: SQLiteStore.Mode) async throws {
        Out.progress("Copying")
        try Files.make(fresh)
        let backup = Database(try SQLiteStore(path: file, mode: mode))
        do {
            try await Program.current.scheme.migrator.requireSameOrigin(backup)
            try await Self.requireSound(backup)
            try await backup.backup(to: fresh)
            await backup.close()
        } catch {
            await backup.close()
            throw error
        }
    }

    /// The restored store, and what was changed in it.
    private struct Restored {
        let findings: Findings
        let erased: Int
        let ended: EndedSignIns
    }

    /// Migrates the copy, repeats erasures, ends all sign-ins, and verifies its books.
    private func prepare(_ fresh: String, erasedIn old: String?) async throws -> Restored {
        let database = Database(try SQLiteStore(path: fresh))
        do {
            try await Program.current.scheme.migrator.migrate(database)
            var erased = 0
            if let old {
                let bank = try await store.bank(on: database)
                erased = try await Self.repeatErasures(of: old, in: bank)
            }
            // Sign-ins revoked since the backup would otherwise be valid again.
            let ended = try await database.write(in: .none) { try $0.endEverySignIn() }
            let findings = try await Verify(
                of: Program.current.scheme,
                progress: VerifyCommand.show
            ).run(on: database)
            await database.close()
            guard findings.holds else {
                for line in findings.lines { Out.complain(line) }
                throw CommandRefusal(
                    sentence: "The books of this backup do not hold, as above. Nothing was changed."
                )
            }
            try Files.flush(fresh)
            return Restored(findings: findings, erased: erased, ended: ended)
        } catch {
            await database.close()
            throw error
        }
    }

    /// Erases those members again who were erased in the old store after the backup.
    private static func repeatErasures(of old: String, in bank: Bank) async throws -> Int {
        let database = Database(try SQLiteStore(path: old, mode: .reading))
        do {
            let erasures = try await database.read(in: .whole) {
                try $0.erasures(since: Instant(microseconds: .min))
            }
            await database.close()
            return try await bank.database.write(in: .whole) { tx in
                let before = try tx.erasures(since: Instant(microseconds: .min)).count
                try tx.repeatErasures(erasures, in: bank.scheme.tables)
                return try tx.erasures(since: Instant(microseconds: .min)).count - before
            }
        } catch {
            await database.close()
            throw CommandRefusal(
                sentence: """
                    Who was erased cannot be read from the store at \(old), so they would come \
                    back. Move it away if nobody was erased since the backup. (\(error))
                    """
            )
        }
    }

    /// Renames the present store with all its files.
    private func keep() throws -> String {
        let moment = Clock.now().rfc3339.filter { $0 != ":" && $0 != "-" }.prefix(15)
        let kept = "\(store.path).before-\(moment)"
        for end in Self.ends.reversed() where Files.exists(store.path + end) {
            try Files.move(store.path + end, to: kept + end)
        }
        return kept
    }

    private func tell(_ restored: Restored, kept: String?) {
        let (findings, erased, ended) = (restored.findings, restored.erased, restored.ended)
        let transfers = findings.networks.reduce(0) { $0 + $1.transfers }
        if json {
            let document = JSON.object([
                ("ok", .flag(true)), ("store", .text(store.shown)),
                ("networks", .number(Int64(findings.networks.count))),
                ("transfers", .number(transfers)), ("erased", .number(Int64(erased))),
                ("signInsEnded", .number(Int64(ended.signIns))),
                ("codesEnded", .number(Int64(ended.codes))), ("kept", .text(ifAny: kept)),
            ])
            return Out.say(document.line)
        }
        Out.say(
            """
            Restored to \(store.shown) and checked: \
            \(counted(networks: findings.networks.count, transfers: transfers)). Everything holds.
            """
        )
        if erased > 0 {
            Out.say(
                counted(erased, "person who was", "people who were")
                    + " erased since "
                    + (erased == 1 ? "was erased again." : "were erased again.")
            )
        }
        Out.say(
            """
            Everybody is signed out: \(counted(ended.signIns, "sign-in", "sign-ins")) and tokens \
            of programs, and \(counted(ended.codes, "unused code", "unused codes")), do not work \
            any more. Passwords, cards and roles are again those of the backup: change again what \
            was changed since because somebody else knew it.
            """
        )
        if let kept { Out.say("The old store is at \(kept).") }
        if !Files.exists(KeyFile(beside: store.path).path) {
            Out.say("Bring back the key that signs seals, or a new one will be made.")
        }
    }
}
