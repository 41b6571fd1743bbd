internal import Ledger
internal import SQLiteStore
internal import Store
internal import Timebank

/// Examines the machine, the store, its files and its backups.
struct Examination {
    let store: StoreOptions
    private let path: String
    let now = Clock.now()

    /// An examination of a store and the machine it is on.
    init(of store: StoreOptions) {
        self.store = store
        path = store.path
    }

    /// The results, the most important first.
    func run() async -> [Sign] {
        if store.isPostgres { return [key()] + (await contents()) }
        do { _ = try store.settled() } catch {
            let words = Complaint(error, command: DoctorCommand.self).message
            return [Sign(name: "store", state: .wrong, words: words)]
        }
        guard Files.exists(path) else {
            return [
                Sign(
                    name: "store",
                    state: .wrong,
                    words: """
                        There is no store at \(path). Make one with: commonhour network create, \
                        or commonhour demo. Or bring one back with: commonhour restore.
                        """
                )
            ]
        }
        return files() + [holder(), disk(), key(), backup()] + (await contents())
    }

    private func files() -> [Sign] {
        guard Files.isWritable(path), Files.isWritable(Files.folder(of: path)) else {
            return [
                Sign(
                    name: "store",
                    state: .wrong,
                    words: """
                        The store at \(path), or its folder, cannot be read and changed by you. \
                        Run this as the user who serves it, or give it to that user.
                        """
                )
            ]
        }
        let size = Files.size(Files.facts(path)?.size ?? 0)
        let isOpen = [path, Files.folder(of: path)].allSatisfy {
            Files.facts($0)?.isPrivate == false
        }
        return [
            Sign(name: "store", state: .ok, words: "The store at \(path) has \(size)."),
            isOpen
                ? Sign(
                    name: "privacy",
                    state: .warn,
                    words: """
                        Others on this machine may read the store, which holds people's names. \
                        Run: chmod 700 \(Files.folder(of: path))
                        """
                )
                : Sign(name: "privacy", state: .ok, words: "Only its owner may read the store."),
        ]
    }

    private func holder() -> Sign {
        let holder = ProcessLock.holder(beside: path)
        return Sign(
            name: "server",
            state: .ok,
            words: holder.map { "It is in use by \($0)." } ?? "Nobody serves it now."
        )
    }

    private func disk() -> Sign {
        guard let free = Files.freeBytes(path) else {
            return Sign(name: "disk", state: .warn, words: "How much disk is free is not known.")
        }
        let size = Files.facts(path)?.size ?? 0
        if free < 100_000_000 {
            return Sign(
                name: "disk",
                state: .wrong,
                words: """
                    Only \(Files.size(free)) of the disk are free. Make room soon: a full disk \
                    loses nothing, but takes nothing in.
                    """
            )
        }
        return free < max(1_000_000_000, 2 * size)
            ? Sign(
                name: "disk",
                state: .warn,
                words:
                    "\(Files.size(free)) of the disk are free; a backup here needs as much again."
            )
            : Sign(name: "disk", state: .ok, words: "\(Files.size(free)) of the disk are free.")
    }

    private func key() -> Sign {
        let file = KeyFile(beside: path)
        guard let facts = Files.facts(file.path) else {
            return Sign(
                name: "key",
                state: .warn,
                words: """
                    There is no key to sign seals with at \(file.path). Bring back your copy; \
                    without one a new key is made when the store is served.
                    """
            )
        }
        if file.read() == nil {
            return Sign(
                name: "key",
                state: .wrong,
                words: """
                    \(file.path) holds no signing key. Bring back your copy, or move it away to \
                    have a new one made.
                    """
            )
        }
        return facts.isPrivate
            ? Sign(name: "key", state: .ok, words: "The key that signs seals is private.")
            : Sign(
                name: "key",
                state: .wrong,
                words: """
                    Others may read the key that signs seals. Run: chmod 600 \(file.path)
                    """
            )
    }

    private func backup() -> Sign {
        guard let last = LastBackup(of: path).read() else {
            return Sign(
                name: "backup",
                state: .warn,
                words: "No backup was made from here yet. Run: commonhour backup FILE"
            )
        }
        let days = last.duration(to: now).components.seconds / 86_400
        return days > 7
            ? Sign(
                name: "backup",
                state: .warn,
                words: "The last backup is \(days) days old. Run: commonhour backup FILE"
            )
            : Sign(name: "backup", state: .ok, words: "The last backup is of \(last.rfc3339).")
    }

    private func contents() async -> [Sign] {
        do {
            let database = try await store.openReading()
            do {
                let signs = try await read(database)
                await database.close()
                return signs
            } catch {
                await database.close()
                throw error
            }
        } catch {
            let words = Complaint(error, command: DoctorCommand.self).message
            return [Sign(name: "contents", state: .wrong, words: words)]
        }
    }
}
