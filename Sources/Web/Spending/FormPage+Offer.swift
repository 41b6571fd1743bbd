internal import Ledger
package import Timebank

extension FormPage {
    /// The form for a new offer.
    ///
    /// - `organisations`: The organisations where credits are spent and the viewer may add one, by
    ///   id.
    package static func addOffer(
        frame: Frame,
        network: Slug,
        organisations: [Alternative],
        tokens: FormTokens,
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
                tokens,
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
}
