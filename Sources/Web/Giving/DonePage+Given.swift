package import Ledger
package import Timebank

extension DonePage {
    /// A gift that was made.
    ///
    /// - `account`: The person's own wallet, where that is who gave it.
    /// - `receiver`: The member's name, or `nil` for the pot.
    /// - `ward`: Who gave it, where a guardian did it for them.
    /// - `left`: What it leaves, in minutes.
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
