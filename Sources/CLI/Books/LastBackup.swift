internal import Ledger

/// The time of the last backup, in a file beside the store, so that it can be written while the
/// store is busy.
struct LastBackup {
    private let path: String

    /// The file of the store at this path.
    init(of store: String) { path = store + ".last-backup" }

    /// The time; nil where it is unknown.
    func read() -> Instant? {
        guard let bytes = Files.bytes(path) else { return nil }
        let line = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first
        return line.flatMap { Instant(rfc3339: String($0)) }
    }

    func remember(_ moment: Instant) throws {
        Files.remove(path)
        try Files.make(path, holding: Array("\(moment)\n".utf8))
    }
}
