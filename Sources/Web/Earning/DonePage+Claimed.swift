package import Ledger
package import Timebank

extension DonePage {
    /// The page that says that hours were claimed and wait for somebody else to confirm them.
    ///
    /// - `organisation`: The name of the organisation that confirms them.
    /// - `ward`: The ward for whom a guardian claimed, if any.
    package static func claimed(
        frame: Frame,
        network: Slug,
        organisation: String,
        for ward: Ward? = nil,
        minutes: Minutes
    ) -> DonePage {
        let words = frame.words
        var facts: [String: Fact] = [
            "organisation": .word(organisation), "minutes": .minutes(minutes),
        ]
        if let ward { facts["name"] = .word(ward.name) }
        return DonePage(
            frame: frame,
            title: words(EarningText.claimedTitle),
            ring: RingView(minutes, words: words),
            sentences: [
                words(ward == nil ? EarningText.claimedWaits : EarningText.claimedWardWaits, facts)
            ],
            next: ward?.link(words, network)
                ?? Link(words(CommonText.backHome), to: Address.home(network)),
            others: [
                Link(
                    words(EarningText.claimedAnother),
                    to: Address.claim(network, for: ward?.member)
                )
            ]
        )
    }
}
