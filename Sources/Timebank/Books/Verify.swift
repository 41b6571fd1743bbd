internal import Ledger
package import Store

/// Recomputes all books from nothing and says what is wrong.
///
/// First it looks whether the store is made as the migrations make it, for whoever takes a guard
/// away may put anything in. Then it reads one snapshot in one pass, beside whoever serves the
/// store, and its memory does not grow with the number of transfers.
package struct Verify: Sendable {
    private let scheme: Scheme
    private let digest: [UInt8]?
    private let progress: @Sendable (Int64) -> Void

    /// A check of all books.
    ///
    /// - Parameters:
    ///   - scheme: which tables there are.
    ///   - digest: of a seal that was kept elsewhere, which the chain must have.
    ///   - progress: is told from time to time how many transfers were read.
    package init(
        of scheme: Scheme = .standard,
        against digest: [UInt8]? = nil,
        progress: @escaping @Sendable (Int64) -> Void = { _ in }
    ) {
        self.scheme = scheme
        self.digest = digest
        self.progress = progress
    }

    /// Reads the books of a store and says what it found.
    package func run(on database: Database) async throws -> Findings {
        let schema = Problems(try await database.differences(from: scheme.plan))
        do {
            return try await database.report(in: .whole) { try read($0, schema) }
        } catch let error as StoreError where !schema.isEmpty {
            // What is missing may be what was to be read.
            return Findings(
                schema: schema,
                problems: Problems(["the books cannot be read: \(error)"]),
                networks: [],
                seal: nil,
                against: nil
            )
        }
    }

    private func read(_ tx: Transaction, _ schema: Problems) throws -> Findings {
        let audit = try Audit(tx, of: scheme)
        try audit.readTransfers(progress)
        try audit.compareAccounts()
        try audit.checkPointers()
        try audit.checkNames()
        try audit.checkRoles()
        try audit.compareDeeds()
        try audit.compareMarks()
        return Findings(
            schema: schema,
            problems: audit.elsewhere,
            networks: audit.networks.map(\.findings),
            seal: audit.journalSeals.digest,
            against: try digest.map { try audit.find($0) }
        )
    }
}

extension Audit {
    /// The seal that somebody kept; as the chain was checked already, being in it is enough.
    fileprivate func find(_ digest: [UInt8]) throws -> KeptSeal {
        let slug = try tx.first(
            """
            SELECT COALESCE(n.slug, 'the installation') FROM (
                SELECT network FROM seal WHERE digest = $1
                UNION ALL SELECT network FROM journal_seal WHERE digest = $1
            ) AS found LEFT JOIN network n ON n.id = found.network
            """,
            digest,
            as: { $0.text(0) }
        )
        return KeptSeal(digest: digest, network: slug)
    }
}
