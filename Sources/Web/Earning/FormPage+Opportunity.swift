internal import Ledger
package import Timebank

extension FormPage {
    /// The form for a new opportunity.
    ///
    /// - `organisations`: The earning organisations at which the viewer may add one, by id.
    package static func addOpportunity(
        frame: Frame,
        network: Slug,
        organisations: [Alternative],
        tokens: FormTokens,
        entered: Entered = .nothing
    ) -> FormPage {
        let words = frame.words
        return FormPage(
            frame: frame,
            title: words(EarningText.addOpportunityTitle),
            back: Link(words(EarningText.opportunitiesTitle), to: Address.opportunities(network)),
            entered: entered,
            form: Form(
                to: Address.addOpportunity(network),
                tokens,
                controls: [
                    .ask(Opportunity.Fields.organisation, words, entered, of: organisations),
                    .ask(Opportunity.Fields.title, words, entered),
                    .ask(Opportunity.Fields.place, words, entered),
                    .ask(
                        Opportunity.Fields.minutes,
                        words,
                        entered,
                        otherwise: AddOpportunity.usual
                    ),
                    .ask(Opportunity.Fields.details, words, entered),
                ],
                button: words(EarningText.addOpportunityButton)
            )
        )
    }
}
