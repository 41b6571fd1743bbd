package import Ledger
package import Timebank

extension FormPage {
    /// The form that increases an organisation's allocation.
    ///
    /// - `organisation`: The id of the organisation.
    /// - `left`: The minutes that the organisation may still issue.
    package static func grant(
        frame: Frame,
        network: Slug,
        organisation: Organisation.ID,
        name: String,
        left: Minutes,
        tokens: FormTokens,
        entered: Entered = .nothing
    ) -> FormPage {
        let words = frame.words
        return FormPage(
            frame: frame,
            title: words(OrganisationsText.grantTitle, ["organisation": .word(name)]),
            back: Link(words(OrganisationsText.allocationsTitle), to: Address.allocations(network)),
            lead: words(OrganisationsText.organisationLeft, ["left": .minutes(left)]),
            entered: entered,
            form: Form(
                to: Address.grant(network, organisation),
                tokens,
                controls: [
                    .ask(GrantAllocation.Fields.minutes, words, entered),
                    .ask(GrantAllocation.Fields.memo, words, entered),
                ],
                button: words(OrganisationsText.grantButton)
            )
        )
    }

    /// The form for a new organisation.
    package static func addOrganisation(
        frame: Frame,
        network: Slug,
        tokens: FormTokens,
        entered: Entered = .nothing
    ) -> FormPage {
        let words = frame.words
        let earns = [
            Alternative(
                "yes",
                words(CommonText.yes),
                second: words(OrganisationsText.addOrganisationEarnsYes)
            ),
            Alternative("no", words(CommonText.no)),
        ]
        let spends = [
            Alternative("no", words(CommonText.no)),
            Alternative("community", words(OrganisationsText.spendsCommunity)),
            Alternative("corporate", words(OrganisationsText.spendsCorporate)),
        ]
        return FormPage(
            frame: frame,
            title: words(OrganisationsText.addOrganisationTitle),
            back: Link(
                words(OrganisationsText.organisationsTitle),
                to: Address.organisations(network)
            ),
            entered: entered,
            form: Form(
                to: Address.addOrganisation(network),
                tokens,
                controls: [
                    .ask(Organisation.Fields.name, words, entered),
                    .ask(Organisation.Fields.slug, words, entered),
                    .ask(Organisation.Fields.earns, words, entered, of: earns),
                    .ask(Organisation.Fields.spends, words, entered, of: spends),
                ],
                button: words(OrganisationsText.addOrganisationButton)
            )
        )
    }
}
