internal import Ledger

/// When the last backup was made, in a file beside the store: the store itself may be busy.
struct LastBackup {
    private let path: String

    /// What is remembered of a store's backups.
    init(of store: String) { path = store + ".last-backup" }

    /// When it was made; nil where that is not known.
    func read() -> Instant? {
        guard let bytes = Files.bytes(path) else { return nil }
        let line = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first
        return line.flatMap { Instant(rfc3339: String($0)) }
    }

    /// Remembers that one was made now.
    func remember(_ moment: Instant) throws {
        Files.remove(path)
        try Files.make(path, holding: Array("\(moment)\n".utf8))
    }
}
