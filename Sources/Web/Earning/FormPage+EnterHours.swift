package import Ledger
package import Timebank

extension FormPage {
    /// The form with which staff enter hours for one member or several.
    ///
    /// - `organisation`: The id of the organisation.
    /// - `name`: The organisation's name.
    /// - `regulars`: The members who came lately, by id, to be ticked.
    /// - `left`: The minutes that the organisation may still issue.
    package static func enterHours(
        frame: Frame,
        network: Slug,
        organisation: Organisation.ID,
        name: String,
        tokens: FormTokens,
        opportunities: [Alternative],
        regulars: [Alternative],
        today: Day,
        left: Minutes,
        entered: Entered = .nothing
    ) -> FormPage {
        let words = frame.words
        let who: [Control] =
            regulars.isEmpty
            ? [.ask(EnterHoursJourney.numbers, words, entered)]
            : [
                .askMany(Hours.Fields.members, words, entered, of: regulars),
                .ask(EnterHoursJourney.numbers.asking(EarningText.enterOthers), words, entered),
            ]
        let choice = Control.choice(EnterHoursJourney.numbers.name, words, entered)
        return FormPage(
            frame: frame,
            title: words(EarningText.enterTitle),
            back: Link(name, to: Address.organisation(network, organisation)),
            lead: opportunities.isEmpty
                ? words(EarningText.opportunitiesEmpty)
                : words(OrganisationsText.organisationLeft, ["left": .minutes(left)]),
            entered: entered,
            form: Form(
                to: Address.enterHours(network, organisation),
                tokens,
                // What was chosen for other lines before.
                hidden: (entered.values[EnterHoursJourney.numbers.name.choice.text] ?? []).map {
                    Hidden(EnterHoursJourney.numbers.name.choice, $0)
                },
                controls: [
                    .ask(
                        Hours.Fields.opportunity.asking(EarningText.enterWhat),
                        words,
                        entered,
                        of: opportunities
                    ),
                    .ask(Hours.Fields.date, words, entered, otherwise: today),
                    .ask(Hours.Fields.minutes.asking(EarningText.enterHowLong), words, entered),
                ] + who + choice,
                button: words(EarningText.enterButton)
            )
        )
    }
}
