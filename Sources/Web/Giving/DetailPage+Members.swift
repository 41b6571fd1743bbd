package import Ledger
package import Timebank

extension DetailPage {
    /// The page on which a gift is checked before it is made.
    ///
    /// - `account`: The ward's account that pays; `nil` for the viewer's own.
    /// - `receiver`: The member's name, or `nil` for the pot.
    /// - `left`: The minutes that will be left in the paying account.
    /// - `answers`: The answers to the form, as hidden inputs that are sent again.
    package static func giveCheck(
        frame: Frame,
        network: Slug,
        tokens: FormTokens,
        from account: Account.ID? = nil,
        receiver: String?,
        minutes: Minutes,
        left: Minutes,
        memo: String,
        answers: [Hidden],
        entered: Entered = .nothing
    ) -> DetailPage {
        let words = frame.words
        var lines = [
            Line(words(GivingText.giveTo), receiver ?? words(AccountsText.pot)),
            Line(words(GivingText.giveHowMuch), words.hours(minutes)),
        ]
        if !memo.isEmpty { lines.append(Line(words(CommonText.lineMemo), memo)) }
        return DetailPage(
            frame: frame,
            title: words(GivingText.giveCheckTitle),
            entered: entered,
            ring: RingView(minutes, words: words),
            lines: lines,
            after: words(GivingText.leaves, ["left": .minutes(left)]),
            forms: [
                Form(
                    to: Address.give(network),
                    tokens,
                    hidden: answers,
                    button: words(GivingText.giveButton, ["minutes": .minutes(minutes)])
                )
            ],
            links: [Link(words(CommonText.change), to: Address.give(network, from: account))]
        )
    }
}
