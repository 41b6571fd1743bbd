internal import Ledger
package import Store

/// Recomputes all books from the stored rows and returns what is wrong.
///
/// It first compares the schema with the migrations, since without the triggers any row can be
/// changed. Then it reads one snapshot in one pass while the store stays in use. Its memory does
/// not grow with the number of transfers.
package struct Verify: Sendable {
    private let scheme: Scheme
    private let digest: [UInt8]?
    private let progress: @Sendable (Int64) -> Void

    /// Creates a check of all books.
    ///
    /// - Parameters:
    ///   - scheme: the tables to check.
    ///   - digest: the digest of a seal kept elsewhere, which the store must have; nil for none.
    ///   - progress: is called with the number of transfers read, at regular intervals.
    package init(
        of scheme: Scheme = .standard,
        against digest: [UInt8]? = nil,
        progress: @escaping @Sendable (Int64) -> Void = { _ in }
    ) {
        self.scheme = scheme
        self.digest = digest
        self.progress = progress
    }

    /// Checks a store.
    package func run(on database: Database) async throws -> Findings {
        let schema = Problems(try await database.differences(from: scheme.plan))
        do {
            return try await database.report(in: .whole) { try read($0, schema) }
        } catch let error as StoreError where !schema.isEmpty {
            // The query may have failed because of a missing table or column, which `schema` names.
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
        try audit.compareWorkEvents()
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
    /// Looks for a seal that was kept elsewhere.
    ///
    /// The digest chain was checked already, so it is enough that the chain has this digest.
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
