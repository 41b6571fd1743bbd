package import Store

extension Schema {
    /// What the program does with each table; no more is given to the role that serves, where
    /// another one owns the tables.
    ///
    /// The ledger only grows: what is once in a transfer, a reversal, a reference, a seal or the
    /// journal stays as it is.
    package static func rights(of scheme: Scheme = .standard) -> Rights {
        // The horizon is PostgreSQL's own.
        Rights(scheme.rights.merging(["horizon": [.update]]) { $1 })
    }
}
