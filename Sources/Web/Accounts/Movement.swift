package import Ledger
internal import Timebank

/// One line of an account statement, as its holder reads it.
package struct Movement: Hashable, Sendable {
    package let what: String
    package let day: Day
    package let minutes: Minutes
    package let left: Minutes?
    package let by: String?
    package let words: String?
    package let href: Href?

    /// - `what`: What the transfer was for, as display text.
    /// - `minutes`: Positive for a credit, negative for a debit.
    /// - `left`: The balance after the transfer; `nil` for an account without a stored balance.
    /// - `by`: The name of the person who acted on behalf of the holder; `nil` when nobody did.
    /// - `words`: The message that came with the transfer, if any.
    /// - `href`: The page of the transfer, when the viewer may open it.
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

    /// Makes the list row for this line.
    ///
    /// - `balances`: Whether the row also shows the balance after the transfer.
    func row(_ words: Localizer, today: Day, balances: Bool) -> Row {
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
