internal import Ledger
internal import Store

/// Records seals that a read transaction computed before.
package struct SealBooks: Operation {
    package let seals: [SignedSeal]
    package let journal: [SignedJournalSeal]

    package static let name = "books.seal"
    package static let access: Access = .operator
    package var subject: Subject { .installation }

    /// Creates an operation that records these seals, at most one of each kind for each network.
    package init(seals: [SignedSeal], journal: [SignedJournalSeal] = []) {
        self.seals = seals
        self.journal = journal
    }

    package func run(at desk: Desk) throws -> Done {
        guard seals.allSatisfy(\.isSigned), journal.allSatisfy(\.isSigned) else {
            throw FieldRefusal.invalid(field: "signature", .malformed)
        }
        // If another server recorded seals since, all of these are dropped. Keeping only some would
        // move the common end of all networks past transfers that are not sealed. The next run
        // continues after the other server's seals.
        try desk.tx.alone(on: lockName("seal"))
        let last = try desk.tx.lastSealed()
        let lastInJournal = try desk.tx.lastSealedInJournal()
        guard seals.allSatisfy({ $0.first.raw > last }),
            journal.allSatisfy({ $0.seal.first > lastInJournal })
        else { return Done() }
        for seal in seals {
            _ = try desk.tx.append(seal, as: desk.newID(SignedSeal.self).raw)
        }
        for seal in journal {
            try desk.tx.append(seal, as: desk.newID(SignedJournalSeal.self).raw)
        }
        return Done()
    }
}

/// Seals what was recorded since the last seals.
package struct Sealing: Sendable {
    private let bank: Bank
    private let key: SealKey

    /// Creates the sealing of a bank's books with a key.
    package init(_ bank: Bank, key: SealKey) {
        self.bank = bank
        self.key = key
    }

    /// Computes, signs and records a seal for each network with new transfers, and one over its
    /// journal.
    ///
    /// Transfers and journal are read in a read transaction, and only up to the horizon, so that no
    /// row can still be committed before the end of a seal.
    ///
    /// - Returns: the number of seals over transfers.
    package func run() async throws -> Int {
        try await Marking(bank).run()
        let pressed = try await pressed()
        guard !pressed.seals.isEmpty || !pressed.journal.isEmpty else { return 0 }
        _ = try await bank.perform(pressed, as: .console)
        return pressed.seals.count
    }

    /// Computes and signs the seals of all networks, without recording them.
    package func pressed() async throws -> SealBooks {
        let at = bank.clock()
        try await bank.database.advanceHorizon()
        let (books, journal) = try await bank.database.report(in: .whole) { tx in
            let books = try tx.computeSeals()
            let fresh = Dictionary(books.map { ($0.0.raw, $0.1.digest) }) { first, _ in first }
            return (books, try tx.computeJournalSeals(fresh))
        }
        return SealBooks(
            seals: try books.map { network, seal in
                try SignedSeal(seal, of: network, at: at, with: key)
            },
            journal: try journal.map { try SignedJournalSeal($0, at: at, with: key) }
        )
    }
}

extension Database {
    /// Moves the horizon towards the last recorded row.
    ///
    /// While writes are under way it stops five seconds short, so that they need not draw new ids.
    func advanceHorizon() async throws {
        try await advanceHorizon(
            to: """
                SELECT MAX(id) FROM (SELECT MAX(id) AS id FROM transfer
                    UNION ALL SELECT MAX(id) FROM journal) AS recorded
                """,
            sparing: 5 * IDGenerator.second
        )
    }
}

extension Transaction {
    /// Computes a seal for each network over its transfers since the last seals.
    fileprivate func computeSeals() throws -> [(Network.ID, Seal)] {
        var presses: [Int64: SealPress] = [:]
        try Line.each(after: lastSealed(), upto: horizon(), self) { line in
            if presses[line.network] == nil {
                let last = try lastSeal(of: Network.ID(raw: line.network))
                presses[line.network] = SealPress(
                    network: line.network,
                    after: last ?? Seal.beginning
                )
            }
            presses[line.network]?.add(line.transfer)
        }
        return presses.sorted { $0.key < $1.key }.compactMap { network, press in
            press.seal().map { (Network.ID(raw: network), $0) }
        }
    }

    /// Returns the last transfer that any seal covers, 0 for none.
    ///
    /// One number is enough, since all networks are sealed up to the same horizon.
    func lastSealed() throws -> Int64 {
        try first("SELECT MAX(last) FROM seal", as: { $0.integer(0) }) ?? 0
    }
}
