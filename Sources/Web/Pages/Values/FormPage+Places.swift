internal import Ledger
package import Timebank

extension FormPage {
    /// A new offer.
    ///
    /// Fields `organisation`, `name`, `adult` and `child` (amounts).
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
            title: words(.addOfferTitle),
            back: Link(words(.offersTitle), to: Address.offers(network)),
            entered: entered,
            form: Form(
                to: Address.addOffer(network),
                seal,
                controls: [
                    .oneOf("organisation", words(.fieldOrganisation), organisations, entered),
                    .line(
                        "name",
                        words(.fieldOfferName),
                        entered,
                        hint: words(.fieldOfferNameHint)
                    ),
                    .hours("adult", words(.fieldAdultPrice), entered),
                    .hours(
                        "child",
                        words(.fieldChildPrice),
                        entered,
                        hint: words(.fieldChildPriceHint)
                    ),
                ],
                button: words(.addOfferButton)
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
            title: words(.addOpportunityTitle),
            back: Link(words(.opportunitiesTitle), to: Address.opportunities(network)),
            entered: entered,
            form: Form(
                to: Address.addOpportunity(network),
                seal,
                controls: [
                    .oneOf("organisation", words(.fieldOrganisation), organisations, entered),
                    .line(
                        "name",
                        words(.fieldOpportunityName),
                        entered,
                        hint: words(.fieldOpportunityNameHint)
                    ),
                    .line("place", words(.fieldPlaceOptional), entered),
                    .hours(
                        "minutes",
                        words(.fieldUsual),
                        entered,
                        otherwise: .hours(1),
                        hint: words(.fieldUsualHint)
                    ),
                    .lines(
                        "about",
                        words(.fieldAboutOptional),
                        entered,
                        hint: words(.fieldAboutHint)
                    ),
                ],
                button: words(.addOpportunityButton)
            )
        )
    }
}
