package import Ledger
package import Timebank

extension ListPage {
    /// The list of an organisation's staff.
    ///
    /// - `name`: The organisation's name if the viewer may open its page; `nil` otherwise.
    /// - `mayAdd`: Whether the viewer may give somebody a role.
    package static func staff(
        frame: Frame,
        network: Slug,
        organisation: Organisation.ID,
        name: String?,
        staff: [PostLine],
        mayAdd: Bool
    ) -> ListPage {
        let words = frame.words
        return ListPage(
            frame: frame,
            title: words(OrganisationsText.postsTitle),
            back: name.map { Link($0, to: Address.organisation(network, organisation)) }
                ?? Link(
                    words(OrganisationsText.organisationsTitle),
                    to: Address.organisations(network)
                ),
            lead: staff.isEmpty ? nil : words(OrganisationsText.postsLead),
            add: mayAdd
                ? Link(
                    words(OrganisationsText.addPostTitle),
                    to: Address.addStaff(network, organisation)
                ) : nil,
            items: staff.map { post in
                Row(
                    post.name,
                    to: Address.staffMember(network, organisation, post.person),
                    second: post.does(words)
                )
            },
            empty: words(OrganisationsText.postsEmpty)
        )
    }
}

extension FormPage {
    /// The form that gives a member a role at an organisation.
    ///
    /// - `organisation`: The id of the organisation.
    /// - `roles`: The roles that the viewer may give: some of `till`, `worker` and `lead`.
    package static func addStaff(
        frame: Frame,
        network: Slug,
        organisation: Organisation.ID,
        roles: [String],
        tokens: FormTokens,
        entered: Entered = .nothing
    ) -> FormPage {
        let words = frame.words
        return FormPage(
            frame: frame,
            title: words(OrganisationsText.addPostTitle),
            back: Link(
                words(OrganisationsText.postsTitle),
                to: Address.staff(network, organisation)
            ),
            lead: words(OrganisationsText.addPostLead),
            entered: entered,
            form: Form(
                to: Address.addStaff(network, organisation),
                tokens,
                controls: Control.find(AppointStaff.Fields.member, words, entered) + [
                    .ask(
                        AppointStaff.Fields.role,
                        words,
                        entered,
                        of: roles.map { Alternative($0, PostLine.does($0, words)) }
                    )
                ],
                button: words(OrganisationsText.addPostButton)
            )
        )
    }
}

extension DetailPage {
    /// The page of one person on the staff, with the form that ends their role.
    ///
    /// - `organisation`: The id of the organisation.
    /// - `mayEnd`: Whether the viewer may end the role.
    package static func staffMember(
        frame: Frame,
        network: Slug,
        organisation: Organisation.ID,
        post: PostLine,
        mayEnd: Bool,
        tokens: FormTokens,
        entered: Entered = .nothing
    ) -> DetailPage {
        let words = frame.words
        let end = Form(
            heading: words(OrganisationsText.endPostHeading),
            lead: words(OrganisationsText.endPostLead, ["name": .word(post.name)]),
            to: Address.staffMember(network, organisation, post.person),
            tokens,
            button: words(OrganisationsText.endPostButton),
            quiet: true
        )
        return DetailPage(
            frame: frame,
            title: post.name,
            back: Link(
                words(OrganisationsText.postsTitle),
                to: Address.staff(network, organisation)
            ),
            entered: entered,
            lines: [
                Line(words(PeopleText.fieldNumber), post.number ?? words(CommonText.none)),
                Line(words(OrganisationsText.postRole), post.does(words)),
                Line(words(OrganisationsText.postSince), words.day(post.since, .dated)),
            ],
            forms: mayEnd ? [end] : []
        )
    }
}

/// A person's role at an organisation.
package struct PostLine: Hashable, Sendable {
    package let person: Person.ID
    package let name: String
    package let number: String?
    package let role: String
    package let since: Day

    /// - `person`: The id of the person.
    /// - `number`: The membership number; `nil` if the person is no member.
    /// - `role`: `till`, `worker` or `lead`.
    /// - `since`: The day on which the role was given.
    package init(person: Person.ID, name: String, number: String?, role: String, since: Day) {
        self.person = person
        self.name = name
        self.number = number
        self.role = role
        self.since = since
    }

    fileprivate func does(_ words: Localizer) -> String { Self.does(role, words) }

    /// Describes what a person with this role does.
    static func does(_ role: String, _ words: Localizer) -> String {
        switch role {
        case "lead": words(OrganisationsText.postLead)
        case "worker": words(OrganisationsText.postWorker)
        default: words(OrganisationsText.postTill)
        }
    }
}
