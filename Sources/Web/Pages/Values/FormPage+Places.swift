internal import Ledger
package import Timebank

extension FormPage {
    /// A new offer.
    ///
    /// - `organisations`: Those where credits may be spent and the person may add, by id.
    package static func addOffer(
        frame: Frame,
        network: Slug,
        organisations: [Alternative],
        seal: FormSeal,
        entered: Entered = .nothing
    ) -> FormPage {
        let words = frame.words
        return FormPage(
            frame: frame,
            title: words(SpendingText.addOfferTitle),
            back: Link(words(SpendingText.offersTitle), to: Address.offers(network)),
            entered: entered,
            form: Form(
                to: Address.addOffer(network),
                seal,
                controls: [
                    .ask(Offer.Fields.organisation, words, entered, of: organisations),
                    .ask(Offer.Fields.title, words, entered),
                    .ask(Offer.Fields.adult, words, entered),
                    .ask(Offer.Fields.child, words, entered),
                    .ask(Offer.Fields.details, words, entered),
                ],
                button: words(SpendingText.addOfferButton)
            )
        )
    }

    /// A new opportunity.
    ///
    /// Fields `organisation`, `name`, `place`, `minutes` (an amount) and `about`.
    ///
    /// - `organisations`: Those that earn and where the person may add, by id.
    package static func addOpportunity(
        frame: Frame,
        network: Slug,
        organisations: [Alternative],
        seal: FormSeal,
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
                seal,
                controls: [
                    .oneOf(
                        "organisation",
                        words(OrganisationsText.fieldOrganisation),
                        organisations,
                        entered
                    ),
                    .line(
                        "name",
                        words(EarningText.fieldOpportunityName),
                        entered,
                        hint: words(EarningText.fieldOpportunityNameHint)
                    ),
                    .line("place", words(CommonText.fieldPlaceOptional), entered),
                    .hours(
                        "minutes",
                        words(EarningText.fieldUsual),
                        entered,
                        otherwise: .hours(1),
                        hint: words(EarningText.fieldUsualHint)
                    ),
                    .lines(
                        "about",
                        words(CommonText.fieldAboutOptional),
                        entered,
                        hint: words(CommonText.fieldAboutHint)
                    ),
                ],
                button: words(EarningText.addOpportunityButton)
            )
        )
    }
}
