package import Timebank

extension DetailPage {
    /// An organisation's name, and whether it takes part, each with a form that changes it.
    ///
    /// - `organisation`: The id.
    /// - `short`: Its short name, which stays.
    /// - `tokens`: the tokens of a form; each has one of its own.
    package static func organisation(
        frame: Frame,
        network: Slug,
        organisation: Organisation.ID,
        name: String,
        short: String,
        isOpen: Bool,
        tokens: () -> FormTokens,
        entered: Entered = .nothing
    ) -> DetailPage {
        let words = frame.words
        let address = Address.changeOrganisation(network, organisation)
        let rename = Form(
            heading: words(OrganisationsText.renameHeading),
            to: address,
            tokens(),
            controls: [
                .ask(Organisation.Fields.name, words, entered, otherwise: name)
            ],
            button: words(OrganisationsText.renameButton)
        )
        let close = Form(
            heading: words(isOpen ? OrganisationsText.closeHeading : OrganisationsText.openHeading),
            lead: words(isOpen ? OrganisationsText.closeLead : OrganisationsText.openLead),
            to: address,
            tokens(),
            hidden: [Hidden(Organisation.Fields.open, isOpen ? "no" : "yes")],
            button: words(isOpen ? OrganisationsText.closeButton : OrganisationsText.openButton),
            quiet: true
        )
        return DetailPage(
            frame: frame,
            title: words(OrganisationsText.organisationChange),
            back: Link(name, to: Address.organisation(network, organisation)),
            entered: entered,
            lines: [
                Line(words(OrganisationsText.fieldOrganisationName), name),
                Line(words(CommonText.fieldSlug), short),
                Line(
                    words(CommonText.lineState),
                    words(
                        isOpen
                            ? OrganisationsText.organisationOpen
                            : OrganisationsText.organisationShut
                    )
                ),
            ],
            forms: [rename, close]
        )
    }
}
