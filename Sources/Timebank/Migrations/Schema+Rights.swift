package import Store

extension Schema {
    /// The statements that the serving role may run on each table, where it does not own the
    /// tables.
    ///
    /// These are no more than the program uses. Rows of the append-only tables (transfers,
    /// reversals, references, seals, the journal) may be inserted, but not changed or deleted.
    package static func rights(of scheme: Scheme = .standard) -> Rights {
        // The table `horizon` exists only on PostgreSQL, and so is not in the scheme.
        Rights(scheme.rights.merging(["horizon": [.update]]) { $1 })
    }
}
