package import Ledger
internal import Timebank

/// One movement of a statement, as its holder reads it.
package struct Movement: Hashable, Sendable {
    package let what: String
    package let day: Day
    package let minutes: Minutes
    package let left: Minutes?
    package let by: String?
    package let words: String?
    package let href: Href?

    /// - `minutes`: Above zero for what came in, below for what went out.
    /// - `left`: The balance after it, where the account has one.
    /// - `by`: Who did it for whose account it is, where somebody did.
    /// - `words`: What whoever gave wrote to it.
    package init(
        _ what: String,
        on day: Day,
        minutes: Minutes,
        left: Minutes? = nil,
        by: String? = nil,
        words: String? = nil,
        href: Href? = nil
    ) {
        self.by = by
        self.words = words
        self.what = what
        self.day = day
        self.minutes = minutes
        self.left = left
        self.href = href
    }

    /// The movement as a line of a list.
    ///
    /// - `balances`: Whether it says what was left after it.
    func row(_ words: Voice, today: Day, balances: Bool) -> Row {
        var second = words.day(day, from: today)
        if let left, balances {
            second +=
                " · "
                + words(AccountsText.statementLeft, ["left": .word(words.hours(left, .short))])
        }
        if let by { second += " · " + words(AccountsText.moveBy, ["name": .word(by)]) }
        return Row(
            what,
            to: href,
            second: second,
            note: self.words,
            amount: words.hours(minutes, .signed),
            incoming: minutes > .zero
        )
    }
}
