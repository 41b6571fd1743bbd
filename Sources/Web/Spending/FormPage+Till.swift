package import Timebank

extension FormPage {
    /// The form for a card; its field has the focus, so that a code can be typed or scanned.
    ///
    /// - `organisation`: The id of the organisation.
    /// - `name`: The organisation's name.
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
