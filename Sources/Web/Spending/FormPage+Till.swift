package import Timebank

extension FormPage {
    /// The field for a card, ready to be typed or scanned into.
    ///
    /// - `organisation`: The id.
    /// - `name`: The organisation's name, and which till.
    package static func till(
        frame: Frame,
        network: Slug,
        organisation: Organisation.ID,
        name: String,
        tokens: FormTokens,
        entered: Entered = .nothing
    ) -> FormPage {
        let words = frame.words
        return FormPage(
            frame: frame,
            title: words(SpendingText.tillTitle),
            lead: name,
            entered: entered,
            form: Form(
                to: Address.tillCard(network, organisation),
                tokens,
                controls: [
                    .ask(Redemption.Fields.card, words, entered, focus: true)
                ],
                button: words(SpendingText.tillNext)
            ),
            till: true
        )
    }
}
