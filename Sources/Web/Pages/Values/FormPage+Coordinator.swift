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
            title: words(OrganisationsText.grantTitle, ["organisation": .word(name)]),
            back: Link(words(OrganisationsText.allocationsTitle), to: Address.allocations(network)),
            lead: words(OrganisationsText.organisationLeft, ["left": .minutes(left)]),
            entered: entered,
            form: Form(
                to: Address.grant(network, organisation),
                seal,
                controls: [
                    .hours("minutes", words(OrganisationsText.grantHowMuch), entered),
                    .line("reason", words(CommonText.fieldReasonOptional), entered),
                ],
                button: words(OrganisationsText.grantButton)
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
            title: words(NetworksText.contactTitle),
            back: Link(words(NetworksText.coordinateTitle), to: Address.coordinate(network)),
            lead: words(NetworksText.contactLead),
            entered: entered,
            form: Form(
                to: Address.contact(network),
                seal,
                controls: [
                    .lines(
                        "contact",
                        words(NetworksText.contactWords),
                        entered,
                        otherwise: contact,
                        hint: words(NetworksText.contactHint)
                    )
                ],
                button: words(NetworksText.contactButton)
            )
        )
    }

    /// A new member.
    ///
    /// Fields `name`, `email`, `phone` and `language`.
    ///
    /// - `alike`: Who may be the same person.
    /// - `anyway`: What is sent as `anyway`, where the person may be a member already: the button
    ///   then adds them all the same.
    package static func addMember(
        frame: Frame,
        network: Slug,
        seal: FormSeal,
        organisations: [Alternative] = [],
        alike: AlikeLine? = nil,
        anyway: String? = nil,
        entered: Entered = .nothing
    ) -> FormPage {
        let words = frame.words
        return FormPage(
            frame: frame,
            title: words(PeopleText.addMemberTitle),
            back: Link(words(PeopleText.peopleTitle), to: Address.people(network)),
            lead: words(PeopleText.addMemberLead),
            entered: entered,
            form: Form(
                to: Address.addMember(network),
                seal,
                hidden: anyway.map { [Hidden("anyway", $0)] } ?? [],
                controls: newcomer(words, organisations, entered),
                button: words(
                    anyway == nil ? PeopleText.addMemberButton : PeopleText.addMemberAnyway
                )
            ),
            links: alike.map {
                [
                    Link(
                        words(PeopleText.addMemberOpen, ["name": .word($0.name)]),
                        to: Address.member(network, $0.member)
                    )
                ]
            } ?? []
        )
    }

    /// What is known of a new member, and which of several organisations brings them in.
    private static func newcomer(
        _ words: Voice,
        _ organisations: [Alternative],
        _ entered: Entered
    ) -> [Control] {
        let bringing: [Control] =
            organisations.count < 2
            ? []
            : [.oneOf("organisation", words(PeopleText.fieldBroughtBy), organisations, entered)]
        return [.line("name", words(CommonText.fieldName), entered)] + bringing + [
            .line("email", words(PeopleText.fieldEmailOptional), entered, type: "email"),
            .line("phone", words(PeopleText.fieldPhoneOptional), entered, type: "tel"),
            .oneOf(
                "language",
                words(CommonText.fieldLanguage),
                Language.allCases.map { Alternative($0.code, $0.name) },
                entered,
                otherwise: words.language.code
            ),
        ]
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
                seal,
                controls: [
                    .line("name", words(OrganisationsText.fieldOrganisationName), entered),
                    .line(
                        "slug",
                        words(CommonText.fieldSlug),
                        entered,
                        hint: words(CommonText.fieldSlugHint)
                    ),
                    .oneOf("earns", words(OrganisationsText.addOrganisationEarns), earns, entered),
                    .oneOf(
                        "spends",
                        words(OrganisationsText.addOrganisationSpends),
                        spends,
                        entered
                    ),
                ],
                button: words(OrganisationsText.addOrganisationButton)
            )
        )
    }
}

/// A member who may be the person that somebody is about to add.
package struct AlikeLine: Hashable, Sendable {
    package let member: Member.ID
    package let name: String

    /// A member to open instead of adding somebody.
    package init(member: Member.ID, name: String) {
        self.member = member
        self.name = name
    }
}
