internal import Ledger
package import Timebank

extension FormPage {
    /// The form for whom to ask for help.
    ///
    /// - `contact`: The text as it is now.
    package static func contact(
        frame: Frame,
        network: Slug,
        contact: String,
        tokens: FormTokens,
        entered: Entered = .nothing
    ) -> FormPage {
        let words = frame.words
        return FormPage(
            frame: frame,
            title: words(NetworksText.contactTitle),
            back: Link(words(NetworksText.coordinateTitle), to: Address.coordinate(network)),
            lead: words(NetworksText.contactLead),
            entered: entered,
            form: Form(
                to: Address.contact(network),
                tokens,
                controls: [
                    .ask(SetContact.Fields.contact, words, entered, otherwise: contact)
                ],
                button: words(NetworksText.contactButton)
            )
        )
    }
}
