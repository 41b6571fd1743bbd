package import Ledger
package import Timebank

/// Somebody who acts for a member.
package struct GuardianLine: Hashable, Sendable {
    package let person: Person.ID
    package let name: String
    package let since: Day

    /// - `since`: The day on which they began.
    package init(person: Person.ID, name: String, since: Day) {
        self.person = person
        self.name = name
        self.since = since
    }
}

extension DetailPage {
    /// The page that lists who acts for a member.
    ///
    /// - `mayAdd`: Whether the viewer may add somebody.
    /// - `mayEnd`: Whether the viewer may end what somebody does for the member.
    /// - `tokens`: Makes the tokens of a form; called once for each form.
    package static func guardians(
        frame: Frame,
        network: Slug,
        person: PersonLine,
        guardians: [GuardianLine],
        mayAdd: Bool,
        mayEnd: Bool,
        tokens: () -> FormTokens,
        entered: Entered = .nothing
    ) -> DetailPage {
        let words = frame.words
        let name: [String: Fact] = ["name": .word(person.name)]
        let target = Address.guardians(network, person.member)
        let ends = guardians.map { guardian in
            Form(
                heading: words(
                    PersonText.guardianEnd,
                    [
                        "name": .word(guardian.name),
                        "day": .word(words.day(guardian.since, .dated)),
                    ]
                ),
                to: target,
                tokens(),
                hidden: [Hidden(GuardiansJourney.ended, guardian.person.description)],
                button: words(PersonText.guardianEndButton),
                quiet: true
            )
        }
        let add = Form(
            heading: words(PersonText.guardianAdd),
            lead: words(PersonText.guardianConsent, name),
            to: target,
            tokens(),
            controls: Control.find(AddGuardian.Fields.guardian, words, entered),
            button: words(PersonText.guardianButton)
        )
        return DetailPage(
            frame: frame,
            title: words(PersonText.guardiansTitle, name),
            back: Link(person.name, to: Address.member(network, person.member)),
            lead: words(PersonText.guardiansLead, name),
            entered: entered,
            lines: [
                Line(
                    words(PersonText.personGuardians),
                    guardians.isEmpty
                        ? words(CommonText.none)
                        : guardians.map(\.name.bidiIsolated).joined(separator: ", ")
                )
            ],
            forms: (mayEnd ? ends : []) + (mayAdd ? [add] : [])
        )
    }
}
