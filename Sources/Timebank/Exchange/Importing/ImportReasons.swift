internal import Ledger

extension ImportProblem.Reason {
    static var missing: Self {
        Self(code: "missing", sentence: "This cell must be filled in.")
    }

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

    static var notMoment: Self {
        Self(
            code: "not-a-time",
            sentence: "Write date, time and zone, such as 2026-03-01T10:30:00Z."
        )
    }

    static var notDay: Self {
        Self(code: "not-a-date", sentence: "Write the date as year-month-day: 2026-03-01.")
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

    static func tooLong(_ most: Int) -> Self {
        Self(code: "too-long", sentence: "At most \(most) characters fit here.")
    }

    static var malformed: Self {
        Self(code: "malformed", sentence: "There are signs here that cannot be kept or read.")
    }

    static func repeated(line: Int) -> Self {
        Self(
            code: "id-repeated",
            sentence: "Line \(line) has the same id and says something else."
        )
    }

    static var idTaken: Self {
        Self(
            code: "id-taken",
            sentence: "This id was brought in before, and what stands here now is different."
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

extension ImportProblem.Reason {
    static func oneOf(_ words: [String]) -> Self {
        Self(code: "unknown", sentence: "Write one of: \(words.joined(separator: ", ")).")
    }

    static var noSlug: Self {
        Self(
            code: "malformed",
            sentence: "A short name has 2 to 40 small letters, digits and hyphens, begins with a "
                + "letter, and is no word that addresses need for themselves."
        )
    }

    static var noNumber: Self {
        Self(
            code: "malformed",
            sentence: "A membership number has up to 32 letters, digits, dots, hyphens, slashes "
                + "and spaces, and does not begin with a hyphen."
        )
    }

    static var noCard: Self {
        Self(code: "malformed", sentence: "No card bears this code.")
    }

    static var noEmail: Self {
        Self(code: "malformed", sentence: "This is not an e-mail address.")
    }

    static var taken: Self {
        Self(code: "taken", sentence: "Somebody else in this network has this already.")
    }

    static var erased: Self {
        Self(
            code: "erased",
            sentence: "This member was erased from the network. Leave the row out."
        )
    }

    static var oneself: Self {
        Self(code: "same-member", sentence: "Both cells name the same member.")
    }

    static var notSpent: Self {
        Self(
            code: "not-its-payment",
            sentence: "This transfer is no redemption by this account at this organisation, or "
                + "not of these minutes, or it pays another row."
        )
    }

    static var notPaid: Self {
        Self(
            code: "not-its-payment",
            sentence: "This transfer pays no hours of this member at this organisation, or not "
                + "these minutes, or it pays another row."
        )
    }

    static func different(from known: String) -> Self {
        Self(
            code: "differs",
            sentence: "The network has “\(known)” here. A file never changes what was entered: "
                + "change it there, or leave the row out."
        )
    }

    static func versionMissing(_ version: Int64) -> Self {
        Self(
            code: "version-missing",
            sentence: "The next version of the rules here is \(version). Leave none out."
        )
    }

    static var withoutEffect: Self {
        Self(
            code: "without-effect",
            sentence: "Credits do not run out yet, so this was left out. Leave the cell empty."
        )
    }

    static var noZone: Self {
        Self(code: "unknown", sentence: "This is no time zone, such as Europe/London.")
    }

    static func unknown(_ what: String) -> Self {
        Self(code: "unknown-\(what)", sentence: "The network has no such \(what).")
    }

    static func outOfRange(_ range: ClosedRange<Int64>) -> Self {
        Self(
            code: "amount-out-of-range",
            sentence: "Write a whole number of minutes from \(range.lowerBound) to "
                + "\(range.upperBound)."
        )
    }

    /// A rule of the ledger that says no to a row.
    static func refused(_ refusal: any Refusal) -> Self {
        Self(code: refusal.code, sentence: sentence(of: refusal))
    }

    private static func sentence(of refusal: any Refusal) -> String {
        switch refusal {
        case AccountsRefusal.notEnoughCredits(let left, let needed),
            AccountsRefusal.allocationUsedUp(let left, let needed),
            AccountsRefusal.potEmpty(let left, let needed),
            AccountsRefusal.alreadySpent(let left, let needed):
            "At this line the account it comes from has \(left.count) minutes to give, and this "
                + "takes \(needed.count). Is an earlier row missing, such as an opening balance?"
        default: refusal.words(in: .english, at: Instant(microseconds: 0)).sentence
        }
    }
}
