package import Ledger
package import Timebank

extension FormPage {
    /// The form with which a member claims hours.
    ///
    /// - `network`: The slug of the network.
    /// - `ward`: The ward for whom a guardian fills it in, if any.
    /// - `opportunities`: The opportunities to choose from.
    /// - `chosen`: The opportunity to preselect, with its usual duration, if any.
    /// - `today`: The initial value of the date.
    package static func claim(
        frame: Frame,
        network: Slug,
        tokens: FormTokens,
        for ward: Ward? = nil,
        opportunities: [Alternative],
        chosen: (opportunity: Opportunity.ID, minutes: Minutes)? = nil,
        today: Day,
        entered: Entered = .nothing
    ) -> FormPage {
        let words = frame.words
        return FormPage(
            frame: frame,
            title: ward.map { words(EarningText.claimWardTitle, ["name": .word($0.name)]) }
                ?? words(EarningText.claimTitle),
            back: ward?.link(words, network)
                ?? Link(words(CommonText.backHome), to: Address.home(network)),
            lead: opportunities.isEmpty
                ? words(EarningText.opportunitiesEmpty)
                : words(ward == nil ? EarningText.claimLead : EarningText.claimWardLead),
            entered: entered,
            form: Form(
                to: Address.claim(network),
                tokens,
                hidden: ward.map { [Hidden(Hours.Fields.member.name, $0.member.description)] }
                    ?? [],
                controls: [
                    .ask(
                        ward == nil
                            ? Hours.Fields.opportunity
                            : Hours.Fields.opportunity.asking(EarningText.claimWardWhat),
                        words,
                        entered,
                        of: opportunities,
                        otherwise: chosen?.opportunity.description
                    ),
                    .ask(Hours.Fields.date, words, entered, otherwise: today),
                    .ask(Hours.Fields.minutes, words, entered, otherwise: chosen?.minutes),
                    .ask(Hours.Fields.note, words, entered),
                ],
                button: words(EarningText.claimButton)
            )
        )
    }
}
