internal import Ledger

extension ImportProblem.Reason {
    static var missing: Self {
        Self(code: "missing", sentence: "This cell must be filled in.")
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

    static func tooLong(_ most: Int) -> Self {
        Self(code: "too-long", sentence: "At most \(most) characters fit here.")
    }

    static var malformed: Self {
        Self(code: "malformed", sentence: "There are signs here that cannot be kept or read.")
    }

    static var idTaken: Self {
        Self(
            code: "id-taken",
            sentence: "This id was brought in before, and what stands here now is different."
        )
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

    static func different(from known: String) -> Self {
        Self(
            code: "differs",
            sentence: "The network has “\(known)” here. A file never changes what was entered: "
                + "change it there, or leave the row out."
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

    /// A row that the ledger's rules refuse.
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
