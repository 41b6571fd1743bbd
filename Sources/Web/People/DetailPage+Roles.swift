internal import Ledger
package import Timebank

extension DetailPage {
    /// The page of a member's roles, with the forms that give and end them.
    ///
    /// - `organisations`: The organisations at which a role can be given, by id.
    /// - `mayEndCoordinator`: Whether the viewer may end the office of coordinator.
    /// - `tokens`: Makes the tokens of a form; called once for each form.
    package static func roles(
        frame: Frame,
        network: Slug,
        person: PersonLine,
        roles: Roles,
        organisations: [Alternative],
        mayEndCoordinator: Bool,
        tokens: () -> FormTokens,
        entered: Entered = .nothing
    ) -> DetailPage {
        let words = frame.words
        let name: [String: Fact] = ["name": .word(person.name)]
        let target = Address.roles(network, person.member)
        let names = roles.names(words)
        let posts = roles.posts.map { post in
            end(
                words(post.role.text, ["organisation": .word(post.name)]),
                Hidden(RolesJourney.ended, post.organisation.description),
                target,
                tokens(),
                words
            )
        }
        let offices = roles.offices.filter { $0 != .coordinator || mayEndCoordinator }.map {
            let hidden = Hidden(RolesJourney.endedOffice, $0.rawValue)
            return end(words($0.text), hidden, target, tokens(), words)
        }
        let given =
            person.hasLeft
            ? []
            : [
                give(target, tokens(), organisations, entered, words),
                office(target, tokens(), entered, words),
            ]
        return DetailPage(
            frame: frame,
            title: words(PersonText.rolesTitle, name),
            back: Link(person.name, to: Address.member(network, person.member)),
            lead: words(PersonText.rolesLead, name),
            entered: entered,
            lines: [
                Line(
                    words(PersonText.personRoles),
                    names.isEmpty
                        ? words(PersonText.rolesNone)
                        : names.map(\.bidiIsolated).joined(separator: ", ")
                )
            ],
            forms: posts + offices + given
        )
    }

    private static func end(
        _ heading: String,
        _ hidden: Hidden,
        _ target: Href,
        _ tokens: FormTokens,
        _ words: Localizer
    ) -> Form {
        Form(
            heading: heading,
            to: target,
            tokens,
            hidden: [hidden],
            button: words(PersonText.rolesEndButton),
            quiet: true
        )
    }

    private static func give(
        _ target: Href,
        _ tokens: FormTokens,
        _ organisations: [Alternative],
        _ entered: Entered,
        _ words: Localizer
    ) -> Form {
        Form(
            heading: words(PersonText.rolesGive),
            to: target,
            tokens,
            controls: [
                .ask(RolesJourney.at, words, entered, of: organisations),
                .ask(
                    AppointStaff.Fields.role.asking(PersonText.rolesWhat),
                    words,
                    entered,
                    of: StaffRole.allCases.map {
                        Alternative($0.rawValue, PostLine.does($0.rawValue, words))
                    }
                ),
            ],
            button: words(OrganisationsText.addPostButton)
        )
    }

    private static func office(
        _ target: Href,
        _ tokens: FormTokens,
        _ entered: Entered,
        _ words: Localizer
    ) -> Form {
        Form(
            heading: words(PersonText.rolesOffice),
            lead: words(PersonText.rolesOfficeLead),
            to: target,
            tokens,
            controls: [
                .ask(
                    RolesJourney.office,
                    words,
                    entered,
                    of: Office.allCases.map { Alternative($0.rawValue, words($0.text)) }
                )
            ],
            button: words(PersonText.rolesOfficeButton),
            quiet: true
        )
    }
}
