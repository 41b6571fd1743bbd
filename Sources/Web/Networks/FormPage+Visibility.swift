package import Timebank

extension FormPage {
    /// The form for who may read what there is to do and to enjoy.
    package static func visibility(
        frame: Frame,
        network: Slug,
        isPublic: Bool,
        tokens: FormTokens,
        entered: Entered = .nothing
    ) -> FormPage {
        let words = frame.words
        return FormPage(
            frame: frame,
            title: words(NetworksText.visibilityTitle),
            back: Link(words(NetworksText.coordinateTitle), to: Address.coordinate(network)),
            lead: words(NetworksText.visibilityLead),
            entered: entered,
            form: Form(
                to: Address.visibility(network),
                tokens,
                controls: [
                    .ask(
                        SetVisibility.Fields.isPublic,
                        words,
                        entered,
                        of: [
                            Alternative("yes", words(NetworksText.visibilityYes)),
                            Alternative("no", words(NetworksText.visibilityNo)),
                        ],
                        otherwise: isPublic ? "yes" : "no"
                    )
                ],
                button: words(NetworksText.visibilityButton)
            )
        )
    }
}
