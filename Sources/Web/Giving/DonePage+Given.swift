package import Ledger
package import Timebank

extension DonePage {
    /// The confirmation page of a gift.
    ///
    /// - `account`: The viewer's own wallet if it paid; `nil` otherwise.
    /// - `ward`: The ward for whom a guardian gave, if any.
    /// - `receiver`: The member's name, or `nil` for the pot.
    /// - `left`: The minutes that are left in the paying account.
    package static func given(
        frame: Frame,
        network: Slug,
        account: Account.ID?,
        for ward: Ward? = nil,
        receiver: String?,
        minutes: Minutes,
        left: Minutes
    ) -> DonePage {
        let words = frame.words
        let title =
            receiver.map {
                words(GivingText.givenTitle, ["name": .word($0), "minutes": .minutes(minutes)])
            }
            ?? words(GivingText.givenPotTitle, ["minutes": .minutes(minutes)])
        return DonePage(
            frame: frame,
            title: title,
            ring: RingView(minutes, words: words),
            sentences: [
                words(GivingText.leaves, ["left": .minutes(left)]), words(GivingText.givenUndo),
            ],
            next: ward?.link(words, network)
                ?? Link(words(CommonText.backHome), to: Address.home(network)),
            others: account.map {
                [Link(words(PeopleText.homeAll), to: Address.statement(network, $0))]
            } ?? []
        )
    }
}
