package import Ledger
package import Timebank

extension ListPage {
    /// Who works at an organisation.
    ///
    /// - `name`: The organisation's name, for whoever sees its page.
    /// - `mayAdd`: Whether the person may give somebody a role.
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
    /// A role at an organisation.
    ///
    /// - `organisation`: The id.
    /// - `roles`: Those that the person may give: of `till`, `worker` and `lead`.
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
                controls: [
                    .ask(AppointStaff.Fields.member, words, entered),
                    .ask(
                        AppointStaff.Fields.role,
                        words,
                        entered,
                        of: roles.map { Alternative($0, PostLine.does($0, words)) }
                    ),
                ],
                button: words(OrganisationsText.addPostButton)
            )
        )
    }
}

extension DetailPage {
    /// Somebody who works at an organisation, and the form that takes their role away.
    ///
    /// - `organisation`: The id.
    /// - `mayEnd`: Whether the person may take it away.
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

/// Somebody who works at an organisation.
package struct PostLine: Hashable, Sendable {
    package let person: Person.ID
    package let name: String
    package let number: String?
    package let role: String
    package let since: Day

    /// - `person`: The id.
    /// - `number`: The membership number, where there is one.
    /// - `role`: `till`, `worker` or `lead`.
    package init(person: Person.ID, name: String, number: String?, role: String, since: Day) {
        self.person = person
        self.name = name
        self.number = number
        self.role = role
        self.since = since
    }

    fileprivate func does(_ words: Voice) -> String { Self.does(role, words) }

    /// What somebody with a role does, in words.
    fileprivate static func does(_ role: String, _ words: Voice) -> String {
        switch role {
        case "lead": words(OrganisationsText.postLead)
        case "worker": words(OrganisationsText.postWorker)
        default: words(OrganisationsText.postTill)
        }
    }
}
