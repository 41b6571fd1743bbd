internal import Ledger
internal import Store

/// Recomputes a network's journal seals while the journal is read in order, and compares them.
struct JournalSealWalk {
    private let network: Int64
    private let signers: [[UInt8]: Instant]
    private var next: RecordedJournalSeal?
    private var press: JournalSealBuilder?
    /// The digest of the last seal checked; nil where there was none.
    private(set) var digest: [UInt8]?
    private var last = Int64.min
    /// The number of rows that the checked seals cover.
    private(set) var sealed: Int64 = 0

    /// Begins with the network's first journal seal.
    init(network: Int64, signers: [[UInt8]: Instant], _ tx: Transaction) throws {
        self.network = network
        self.signers = signers
        open(try tx.journalSeal(after: .min, in: network))
    }

    /// Adds the network's next row, and returns what is wrong with seals that end before it.
    mutating func take(_ row: JournalRow, _ tx: Transaction) throws -> [String] {
        var wrong: [String] = []
        while let seal = next, row.id > seal.signed.seal.last { wrong += try close(seal, tx) }
        if next != nil { press?.add(row) }
        return wrong
    }

    /// Checks the remaining seals after the last row, and returns what is wrong with them.
    mutating func finish(_ tx: Transaction) throws -> [String] {
        var wrong: [String] = []
        while let seal = next { wrong += try close(seal, tx) }
        return wrong
    }

    private mutating func open(_ recorded: RecordedJournalSeal?) {
        next = recorded
        // Computed from the stored previous digest, so that a broken chain is reported once, at the
        // break.
        press = recorded.map { recorded in
            JournalSealBuilder(
                network: network,
                after: recorded.signed.seal.previous,
                books: recorded.signed.seal.books
            )
        }
    }

    private mutating func close(
        _ recorded: RecordedJournalSeal,
        _ tx: Transaction
    ) throws -> [String] {
        let seal = recorded.signed.seal
        let wrong = [
            seal.previous == digest ?? Seal.beginning ? nil : "does not follow the one before it",
            seal.last > last ? nil : "ends before the one before it",
            mismatch(seal), badSignature(recorded.signed),
            seal.books == recorded.books ?? Seal.beginning
                ? nil : "covers other seals over transfers than are there",
        ]
        digest = seal.digest
        last = seal.last
        sealed &+= seal.count
        open(try tx.journalSeal(after: recorded.id, in: network))
        return wrong.compactMap { $0 }.map { "\(named("journal seal", recorded.id)) \($0)" }
    }

    private func mismatch(_ seal: JournalSeal) -> String? {
        guard let pressed = press?.seal() else { return "covers journal rows that are not there" }
        if pressed.count != seal.count {
            return "covers \(seal.count) journal rows, where now there are \(pressed.count)"
        }
        if pressed.first != seal.first || pressed.last != seal.last {
            return "does not begin or end where its journal rows do"
        }
        if pressed.digest != seal.digest { return "covers a journal row that was changed" }
        return nil
    }

    private func badSignature(_ signed: SignedJournalSeal) -> String? {
        guard let since = signers[signed.publicKey] else {
            return "is signed with a key that is not known here"
        }
        if signed.at < since { return "is older than the key that signed it" }
        return signed.isSigned ? nil : "is not signed by the key that it names"
    }
}

/// A stored journal seal.
struct RecordedJournalSeal {
    let id: Int64
    let signed: SignedJournalSeal
    /// The digest of the network's last seal over transfers that was recorded before this seal.
    let books: [UInt8]?
}

extension Transaction {
    /// Returns a network's next journal seal after the one with this id; nil where there is none.
    fileprivate func journalSeal(
        after id: Int64,
        in network: Int64
    ) throws -> RecordedJournalSeal? {
        try first(
            """
            SELECT j.id, j.previous, j.books, j.first, j.last, j.entries, j.digest, j.at,
                j.public_key, j.signature,
                (SELECT s.digest FROM seal s WHERE s.network = j.network AND s.id < j.id
                    ORDER BY s.id DESC LIMIT 1)
            FROM journal_seal j WHERE j.network = $1 AND j.id > $2 ORDER BY j.id LIMIT 1
            """,
            network,
            id
        ) { row in
            RecordedJournalSeal(
                id: row.integer(0),
                signed: SignedJournalSeal(
                    JournalSeal(
                        network: network,
                        previous: row.bytes(1),
                        books: row.bytes(2),
                        first: row.integer(3),
                        last: row.integer(4),
                        count: row.integer(5),
                        digest: row.bytes(6)
                    ),
                    at: row.instant(7),
                    publicKey: row.bytes(8),
                    signature: row.bytes(9)
                ),
                books: row.bytesIfAny(10)
            )
        }
    }
}
