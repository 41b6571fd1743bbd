internal import Ledger
internal import Store

extension Transaction {
    /// Records a journal seal; the caller has checked that it follows the network's last one.
    func append(_ signed: SignedJournalSeal, as id: Int64) throws {
        let seal = signed.seal
        try know(signed.publicKey, at: signed.at)
        try run(
            """
            INSERT INTO journal_seal (
                id, network, previous, books, first, last, entries, digest, signature, public_key,
                at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """,
            id,
            seal.network,
            seal.previous,
            seal.books,
            seal.first,
            seal.last,
            seal.count,
            seal.digest,
            signed.signature,
            signed.publicKey,
            signed.at
        )
    }

    /// Returns the digest of a network's last journal seal; nil where there is none.
    private func lastJournalSeal(of network: Int64) throws -> [UInt8]? {
        try first(
            "SELECT digest FROM journal_seal WHERE network = $1 ORDER BY id DESC LIMIT 1",
            network,
            as: { $0.bytes(0) }
        )
    }

    /// Returns the last journal row that any seal covers, 0 for none.
    ///
    /// One number is enough, since all networks are sealed up to the same horizon.
    func lastSealedInJournal() throws -> Int64 {
        try first("SELECT MAX(last) FROM journal_seal", as: { $0.integer(0) }) ?? 0
    }

    /// Returns the number of journal rows since the last seals, at most `most`.
    ///
    /// Rows of background jobs do not count, since sealing itself writes one.
    func unsealedInJournal(upTo most: Int) throws -> Int {
        try first(
            """
            SELECT COUNT(*) FROM (
                SELECT id FROM journal WHERE id > $1 AND operation NOT LIKE 'books.%'
                ORDER BY id LIMIT $2
            ) AS found
            """,
            lastSealedInJournal(),
            most,
            as: { Int($0.integer(0)) }
        ) ?? 0
    }

    /// Computes a seal for each network over its journal rows since the last seals.
    ///
    /// It returns none if all new rows are of background jobs and no transfer seal is new.
    ///
    /// - fresh: The digests of the seals over transfers that are recorded together with these, by
    ///   network.
    func computeJournalSeals(_ fresh: [Int64: [UInt8]]) throws -> [JournalSeal] {
        let horizon = try horizon()
        var isMore = !fresh.isEmpty
        var presses: [Int64: JournalSealBuilder] = [:]
        try each(
            """
            SELECT id, network, actor, behalf, operation, subjects, at
            FROM journal WHERE id > $1 AND id <= $2 ORDER BY id
            """,
            lastSealedInJournal(),
            horizon
        ) { found in
            let row = JournalRow(found)
            if !row.operation.hasPrefix("books.") { isMore = true }
            if presses[row.network] == nil {
                let books = try fresh[row.network] ?? lastSeal(of: Network.ID(raw: row.network))
                presses[row.network] = JournalSealBuilder(
                    network: row.network,
                    after: try lastJournalSeal(of: row.network) ?? Seal.beginning,
                    books: books ?? Seal.beginning
                )
            }
            presses[row.network]?.add(row)
            return true
        }
        guard isMore else { return [] }
        return presses.sorted { $0.key < $1.key }.compactMap { $0.value.seal() }
    }
}
