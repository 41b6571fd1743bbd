internal import Ledger
package import Store

/// Recomputes all books from nothing and says what is wrong.
///
/// It reads one snapshot in one pass, beside whoever serves the store, and its memory does not grow
/// with the number of transfers.
package struct Verify: Sendable {
    private let digest: [UInt8]?
    private let progress: @Sendable (Int64) -> Void

    /// A check of all books.
    ///
    /// - Parameters:
    ///   - digest: of a seal that was kept elsewhere, which the chain must have.
    ///   - progress: is told from time to time how many transfers were read.
    package init(
        against digest: [UInt8]? = nil,
        progress: @escaping @Sendable (Int64) -> Void = { _ in }
    ) {
        self.digest = digest
        self.progress = progress
    }

    /// Reads the books of a store and says what it found.
    package func run(on database: Database) async throws -> Findings {
        try await database.report(in: .whole) { tx in
            let audit = try Audit(tx)
            try audit.readTransfers(progress)
            try audit.compareAccounts()
            try audit.checkPointers()
            try audit.checkNames()
            return Findings(
                problems: audit.elsewhere,
                networks: audit.networks.map(\.findings),
                against: try digest.map { try audit.find($0) }
            )
        }
    }
}

extension Audit {
    /// The seal that somebody kept; as the chain was checked already, being in it is enough.
    fileprivate func find(_ digest: [UInt8]) throws -> KeptSeal {
        let slug = try tx.first(
            "SELECT n.slug FROM seal s JOIN network n ON n.id = s.network WHERE s.digest = $1",
            digest,
            as: { $0.text(0) }
        )
        return KeptSeal(digest: digest, network: slug)
    }
}
