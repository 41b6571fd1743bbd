package import Store

/// The numbers of sign-ins and codes that were revoked.
package struct EndedSignIns: Hashable, Sendable {
    /// Sessions in browsers and tokens of API clients.
    package let signIns: Int
    /// Codes that had not been used yet.
    package let codes: Int

    /// Creates the two counts.
    package init(signIns: Int = 0, codes: Int = 0) {
        self.signIns = signIns
        self.codes = codes
    }
}

extension Transaction {
    /// Deletes all tokens and all unused codes, in every network.
    package func endEverySignIn() throws -> EndedSignIns {
        EndedSignIns(
            signIns: try change("DELETE FROM token"),
            codes: try change("DELETE FROM code")
        )
    }
}
