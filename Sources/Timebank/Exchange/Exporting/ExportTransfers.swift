internal import Ledger
internal import Store

extension ExportWriting {
    /// Writes the ledger: transfers, why some were taken back, and what is reserved.
    func writeTransfers() throws {
        try write("transfers.csv", ImportKind.transfers.columns) { row in
            try tx.each(
                """
                SELECT t.id, t.at, t.from_account, t.to_account, t.minutes, t.kind, t.reverses,
                    m.words
                FROM transfer t LEFT JOIN memo m ON m.transfer = t.id
                WHERE t.network = $1 ORDER BY t.id
                """,
                network.id
            ) { found in
                let kind: TransferKind = try found.number(5)
                let memo =
                    found.integerIfAny(6).map { names.transfer($0) } ?? found.textIfAny(7) ?? ""
                try row([
                    names.transfer(found.integer(0)), found.instant(1).rfc3339,
                    names.account(found.integer(2)), names.account(found.integer(3)),
                    "\(found.integer(4))", kind.name, memo,
                ])
                return true
            }
        }
        try writeReversals()
        try write("holds.csv", ImportKind.holds.columns) { row in
            try tx.each(
                """
                SELECT id, account, minutes, expires_at, state FROM hold
                WHERE network = $1 ORDER BY id
                """,
                network.id
            ) {
                try row([
                    names.thing($0.integer(0)), names.account($0.integer(1)),
                    "\($0.integer(2))", $0.instant(3).rfc3339, $0.text(4),
                ])
                return true
            }
        }
    }

    /// A reversal's memo is the id of what it takes back, so its reason stands in its own file.
    private func writeReversals() throws {
        try write("reversals.csv", ImportKind.reversals.columns) { row in
            try tx.each(
                """
                SELECT r.reversed_by, r.transfer, m.words
                FROM reversal r LEFT JOIN memo m ON m.transfer = r.reversed_by
                WHERE r.network = $1 ORDER BY r.reversed_by
                """,
                network.id
            ) {
                try row([
                    names.transfer($0.integer(0)), names.transfer($0.integer(1)),
                    $0.textIfAny(2) ?? "",
                ])
                return true
            }
        }
    }

    /// Writes who did what, and the seals on the books.
    func writeRecords() throws {
        try write("journal.csv", ["id", "at", "actor", "behalf", "operation", "subjects"]) { row in
            try tx.each(
                """
                SELECT id, at, actor, behalf, operation, subjects FROM journal
                WHERE network = $1 ORDER BY id
                """,
                network.id
            ) {
                try row([
                    Crockford.encode($0.integer(0)), $0.instant(1).rfc3339,
                    $0.integerIfAny(2).map { Crockford.encode($0) } ?? "",
                    $0.integerIfAny(3).map { names.member($0) } ?? "", $0.text(4), $0.text(5),
                ])
                return true
            }
        }
        try write(
            "seals.csv",
            [
                "id", "at", "previous", "first", "last", "transfers", "digest", "signature",
                "public_key",
            ]
        ) { row in
            try tx.each(
                """
                SELECT id, at, previous, first, last, transfers, digest, signature, public_key
                FROM seal WHERE network = $1 ORDER BY id
                """,
                network.id
            ) {
                try row([
                    Crockford.encode($0.integer(0)), $0.instant(1).rfc3339, hex($0.bytes(2)),
                    Crockford.encode($0.integer(3)), Crockford.encode($0.integer(4)),
                    "\($0.integer(5))", hex($0.bytes(6)), hex($0.bytes(7)), hex($0.bytes(8)),
                ])
                return true
            }
        }
    }

    /// Writes the seals over the network's journal.
    func writeJournalSeals() throws {
        try write(
            "journal_seals.csv",
            [
                "id", "at", "previous", "books", "first", "last", "entries", "digest", "signature",
                "public_key",
            ]
        ) { row in
            try tx.each(
                """
                SELECT id, at, previous, books, first, last, entries, digest, signature, public_key
                FROM journal_seal WHERE network = $1 ORDER BY id
                """,
                network.id
            ) {
                try row([
                    Crockford.encode($0.integer(0)), $0.instant(1).rfc3339, hex($0.bytes(2)),
                    hex($0.bytes(3)), Crockford.encode($0.integer(4)),
                    Crockford.encode($0.integer(5)), "\($0.integer(6))", hex($0.bytes(7)),
                    hex($0.bytes(8)), hex($0.bytes(9)),
                ])
                return true
            }
        }
    }

    private func hex(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
