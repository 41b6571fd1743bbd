package import Store

/// How much stopped working when everybody was signed out.
package struct EndedSignIns: Hashable, Sendable {
    /// Sessions of people and tokens of programs.
    package let signIns: Int
    /// Codes with which nobody had chosen a password yet.
    package let codes: Int

    /// So many of each.
    package init(signIns: Int = 0, codes: Int = 0) {
        self.signIns = signIns
        self.codes = codes
    }
}

extension Transaction {
    /// Ends every sign-in, and every code that was handed over and not used.
    package func endEverySignIn() throws -> EndedSignIns {
        EndedSignIns(
            signIns: try change("DELETE FROM token"),
            codes: try change("DELETE FROM code")
        )
    }
}
