package import Timebank

extension DetailPage {
    /// An organisation's name, and whether it takes part, each with a form that changes it.
    ///
    /// The one form has the field `name`; the other hides `open` (`yes` or `no`).
    ///
    /// - `organisation`: The id.
    /// - `short`: Its short name, which stays.
    /// - `seal`: What seals a form; each has one of its own.
    package static func organisation(
        frame: Frame,
        network: Slug,
        organisation: Organisation.ID,
        name: String,
        short: String,
        isOpen: Bool,
        seal: () -> FormSeal,
        entered: Entered = .nothing
    ) -> DetailPage {
        let words = frame.words
        let address = Address.changeOrganisation(network, organisation)
        let rename = Form(
            heading: words(.renameHeading),
            to: address,
            seal(),
            controls: [.line("name", words(.fieldOrganisationName), entered, otherwise: name)],
            button: words(.renameButton)
        )
        let close = Form(
            heading: words(isOpen ? .closeHeading : .openHeading),
            lead: words(isOpen ? .closeLead : .openLead),
            to: address,
            seal(),
            hidden: [Hidden("open", isOpen ? "no" : "yes")],
            button: words(isOpen ? .closeButton : .openButton),
            quiet: true
        )
        return DetailPage(
            frame: frame,
            title: words(.organisationChange),
            back: Link(name, to: Address.organisation(network, organisation)),
            entered: entered,
            lines: [
                Line(words(.fieldOrganisationName), name),
                Line(words(.fieldSlug), short),
                Line(words(.lineState), words(isOpen ? .organisationOpen : .organisationShut)),
            ],
            forms: [rename, close]
        )
    }
}
