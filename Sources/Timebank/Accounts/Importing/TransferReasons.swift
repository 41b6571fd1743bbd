internal import Ledger

// The reasons to reject a row that is a transfer, or that names a transfer or an account.
extension ImportProblem.Reason {
    static var noAccount: Self {
        Self(
            code: "no-account",
            sentence: "This names no account. Write pot, issuance, notes, loss, member:NUMBER, "
                + "allocation:SLUG, takings:SLUG, mirror:SLUG or wallet:ID."
        )
    }

    static var notMinutes: Self {
        Self(
            code: "amount-out-of-range",
            sentence: "Minutes are a whole number from 1 to 1,000,000,000."
        )
    }

    static var noKind: Self {
        Self(
            code: "unknown-kind",
            sentence: "No transfer is of this kind. Kinds are "
                + TransferKind.allCases.map(\.name).joined(separator: ", ") + "."
        )
    }

    static func wrongWay(_ kind: TransferKind, from: AccountKind, to: AccountKind) -> Self {
        Self(
            code: "wrong-way",
            sentence: "\(kind.name) never leads from \(from.name) to \(to.name)."
        )
    }

    static var sameAccount: Self {
        Self(code: "same-account", sentence: "From and to are the same account.")
    }

    static func repeated(line: Int) -> Self {
        Self(
            code: "id-repeated",
            sentence: "Line \(line) has the same id and says something else."
        )
    }

    static var nothingToReverse: Self {
        Self(
            code: "nothing-to-reverse",
            sentence: "No earlier transfer has this id. A reversal names in its memo the id of "
                + "the transfer that it takes back."
        )
    }

    static var notItsReversal: Self {
        Self(
            code: "not-its-reversal",
            sentence: "A reversal moves the same minutes back between the same accounts, and is "
                + "not itself taken back."
        )
    }

    static var reversedTwice: Self {
        Self(code: "already-reversed", sentence: "This transfer is taken back twice.")
    }
}
