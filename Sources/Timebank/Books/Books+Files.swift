internal import Ledger
internal import Store

// These files are exported and never imported: they are the record of the server that wrote them.
extension FileKind {
    /// The file of the journal.
    static let journal = FileKind(
        "journal",
        [
            .record("id", "its id"),
            .record("at", "when"),
            .record("actor", "the person who did it, by an id"),
            .record("behalf", "number of the member it was done for"),
            .record("operation", "what was done"),
            .record("subjects", "ids and codes of what it made or touched; no words"),
        ],
        reading: nil,
        writing: FileWriting(
            """
            SELECT id, at, actor, behalf, operation, subjects FROM journal
            WHERE network = $1 ORDER BY id
            """
        ) { row, names in
            [
                Crockford.encode(row.integer(0)), row.instant(1).rfc3339,
                row.integerIfAny(2).map { Crockford.encode($0) } ?? "",
                row.integerIfAny(3).map { names.member($0) } ?? "", row.text(4), row.text(5),
            ]
        }
    )

    /// The file of the seals over a network's transfers.
    static let seals = FileKind(
        "seals",
        [
            .record("id", "its id"),
            .record("at", "when"),
            .record("previous", "digest of the seal before it"),
            .record("first", "first transfer it names"),
            .record("last", "last transfer it names"),
            .record("transfers", "how many it names"),
            .record("digest", "SHA-256, in hexadecimal"),
            .record("signature", "Ed25519, in hexadecimal"),
            .record("public_key", "the key to check it with"),
        ],
        reading: nil,
        writing: FileWriting(
            """
            SELECT id, at, previous, first, last, transfers, digest, signature, public_key
            FROM seal WHERE network = $1 ORDER BY id
            """
        ) { row, _ in
            [
                Crockford.encode(row.integer(0)), row.instant(1).rfc3339, hex(row.bytes(2)),
                Crockford.encode(row.integer(3)), Crockford.encode(row.integer(4)),
                "\(row.integer(5))", hex(row.bytes(6)), hex(row.bytes(7)), hex(row.bytes(8)),
            ]
        }
    )

    /// The file of the seals over a network's journal.
    static let journalSeals = FileKind(
        "journal_seals",
        [
            .record("id", "its id"),
            .record("at", "when"),
            .record("previous", "digest of the journal seal before it"),
            .record("books", "digest of the last seal over transfers when it was made"),
            .record("first", "first row of the journal it names"),
            .record("last", "the last one"),
            .record("entries", "how many it names"),
            .record("digest", "SHA-256, in hexadecimal"),
            .record("signature", "Ed25519, in hexadecimal"),
            .record("public_key", "the key to check it with"),
        ],
        reading: nil,
        writing: FileWriting(
            """
            SELECT id, at, previous, books, first, last, entries, digest, signature, public_key
            FROM journal_seal WHERE network = $1 ORDER BY id
            """
        ) { row, _ in
            [
                Crockford.encode(row.integer(0)), row.instant(1).rfc3339, hex(row.bytes(2)),
                hex(row.bytes(3)), Crockford.encode(row.integer(4)),
                Crockford.encode(row.integer(5)), "\(row.integer(6))", hex(row.bytes(7)),
                hex(row.bytes(8)), hex(row.bytes(9)),
            ]
        }
    )

    private static func hex(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
