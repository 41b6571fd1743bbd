package import Ledger
package import Timebank

extension FormPage {
    /// A grant to an organisation.
    ///
    /// Fields `minutes` (an amount) and `reason`.
    ///
    /// - `organisation`: The id.
    /// - `left`: What the organisation has left to give.
    package static func grant(
        frame: Frame,
        network: Slug,
        organisation: Organisation.ID,
        name: String,
        left: Minutes,
        seal: FormSeal,
        entered: Entered = .nothing
    ) -> FormPage {
        let words = frame.words
        return FormPage(
            frame: frame,
            title: words(.grantTitle, ["organisation": .word(name)]),
            back: Link(words(.allocationsTitle), to: Address.allocations(network)),
            lead: words(.organisationLeft, ["left": .minutes(left)]),
            entered: entered,
            form: Form(
                to: Address.grant(network, organisation),
                seal,
                controls: [
                    .hours("minutes", words(.grantHowMuch), entered),
                    .line("reason", words(.fieldReasonOptional), entered),
                ],
                button: words(.grantButton)
            )
        )
    }

    /// Whom to ask for help.
    ///
    /// Field `contact`.
    ///
    /// - `contact`: What stands there now.
    package static func contact(
        frame: Frame,
        network: Slug,
        contact: String,
        seal: FormSeal,
        entered: Entered = .nothing
    ) -> FormPage {
        let words = frame.words
        return FormPage(
            frame: frame,
            title: words(.contactTitle),
            back: Link(words(.coordinateTitle), to: Address.coordinate(network)),
            lead: words(.contactLead),
            entered: entered,
            form: Form(
                to: Address.contact(network),
                seal,
                controls: [
                    .lines(
                        "contact",
                        words(.contactWords),
                        entered,
                        otherwise: contact,
                        hint: words(.contactHint)
                    )
                ],
                button: words(.contactButton)
            )
        )
    }

    /// A new member.
    ///
    /// Fields `name`, `email`, `phone` and `language`.
    package static func addMember(
        frame: Frame,
        network: Slug,
        seal: FormSeal,
        organisations: [Alternative] = [],
        entered: Entered = .nothing
    ) -> FormPage {
        let words = frame.words
        let languages = Language.allCases.map { Alternative($0.code, $0.name) }
        let bringing: [Control] =
            organisations.count < 2
            ? [] : [.oneOf("organisation", words(.fieldBroughtBy), organisations, entered)]
        return FormPage(
            frame: frame,
            title: words(.addMemberTitle),
            back: Link(words(.peopleTitle), to: Address.people(network)),
            lead: words(.addMemberLead),
            entered: entered,
            form: Form(
                to: Address.addMember(network),
                seal,
                controls: [
                    .line("name", words(.fieldName), entered)
                ] + bringing + [
                    .line("email", words(.fieldEmailOptional), entered, type: "email"),
                    .line("phone", words(.fieldPhoneOptional), entered, type: "tel"),
                    .oneOf(
                        "language",
                        words(.fieldLanguage),
                        languages,
                        entered,
                        otherwise: words.language.code
                    ),
                ],
                button: words(.addMemberButton)
            )
        )
    }

    /// A new organisation.
    ///
    /// Fields `name`, `slug`, `earns` (`yes` or `no`) and `spends` (`no`, `community` or
    /// `corporate`).
    package static func addOrganisation(
        frame: Frame,
        network: Slug,
        seal: FormSeal,
        entered: Entered = .nothing
    ) -> FormPage {
        let words = frame.words
        let earns = [
            Alternative("yes", words(.yes), second: words(.addOrganisationEarnsYes)),
            Alternative("no", words(.no)),
        ]
        let spends = [
            Alternative("no", words(.no)),
            Alternative("community", words(.spendsCommunity)),
            Alternative("corporate", words(.spendsCorporate)),
        ]
        return FormPage(
            frame: frame,
            title: words(.addOrganisationTitle),
            back: Link(words(.organisationsTitle), to: Address.organisations(network)),
            entered: entered,
            form: Form(
                to: Address.addOrganisation(network),
                seal,
                controls: [
                    .line("name", words(.fieldOrganisationName), entered),
                    .line("slug", words(.fieldSlug), entered, hint: words(.fieldSlugHint)),
                    .oneOf("earns", words(.addOrganisationEarns), earns, entered),
                    .oneOf("spends", words(.addOrganisationSpends), spends, entered),
                ],
                button: words(.addOrganisationButton)
            )
        )
    }
}
