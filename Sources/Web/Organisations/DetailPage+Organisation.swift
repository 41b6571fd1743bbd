package import Timebank

extension DetailPage {
    /// The page with an organisation's name and status, and a form for each that changes it.
    ///
    /// - `organisation`: The id of the organisation.
    /// - `short`: Its slug, which cannot be changed.
    /// - `tokens`: Makes the tokens of a form; called once for each form.
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
