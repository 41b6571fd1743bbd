internal import Ledger
package import Timebank

/// A declared relative of a member.
package struct RelativeLine: Hashable, Sendable {
    package let member: Member.ID
    package let name: String
    package let mayEnd: Bool

    /// - `member`: The id of the relative.
    /// - `mayEnd`: Whether the viewer may undo the declaration; they may not if they are one of the
    ///   two.
    package init(member: Member.ID, name: String, mayEnd: Bool) {
        self.member = member
        self.name = name
        self.mayEnd = mayEnd
    }
}

extension DetailPage {
    /// The page that lists a member's relatives, with the forms that declare and undo.
    ///
    /// - `tokens`: Makes the tokens of a form; called once for each form.
    package static func relatives(
        frame: Frame,
        network: Slug,
        person: PersonLine,
        relatives: [RelativeLine],
        tokens: () -> FormTokens,
        entered: Entered = .nothing
    ) -> DetailPage {
        let words = frame.words
        let target = Address.relatives(network, person.member)
        let ends = relatives.filter(\.mayEnd).map { relative in
            Form(
                heading: words(PeopleText.relativesEndHeading, ["name": .word(relative.name)]),
                to: target,
                tokens(),
                hidden: [Hidden(UndoRelatives.Fields.relative, relative.member.description)],
                button: words(PeopleText.relativesEndButton),
                quiet: true
            )
        }
        let declare = Form(
            heading: words(PeopleText.relativesHeading),
            to: target,
            tokens(),
            controls: Control.find(DeclareRelatives.Fields.other, words, entered),
            button: words(PeopleText.relativesButton)
        )
        return DetailPage(
            frame: frame,
            title: words(PersonText.relativesOf, ["name": .word(person.name)]),
            back: Link(person.name, to: Address.member(network, person.member)),
            lead: words(PeopleText.relativesLead),
            entered: entered,
            lines: [
                Line(
                    words(PeopleText.relativesTitle),
                    relatives.isEmpty
                        ? words(CommonText.none)
                        : relatives.map(\.name.bidiIsolated).joined(separator: ", ")
                )
            ],
            forms: ends + (person.hasLeft ? [] : [declare])
        )
    }
}
