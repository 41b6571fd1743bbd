internal import Ledger
package import Timebank

extension DetailPage {
    /// The line with the names of a member's relatives.
    static func line(of relatives: [RelativeLine], _ words: Localizer) -> Line {
        Line(
            words(PeopleText.relativesTitle),
            relatives.isEmpty
                ? words(CommonText.none) : relatives.map(\.name).joined(separator: ", ")
        )
    }

    /// The form that declares a relative of the member.
    static func declare(
        _ network: Slug,
        of member: Member.ID,
        _ tokens: FormTokens,
        _ entered: Entered,
        _ words: Localizer
    ) -> Form {
        Form(
            heading: words(PeopleText.relativesHeading),
            lead: words(PeopleText.relativesLead),
            to: Address.relatives(network, member),
            tokens,
            controls: [.ask(DeclareRelatives.Fields.other, words, entered)],
            button: words(PeopleText.relativesButton),
            quiet: true
        )
    }
}

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

    /// The form that undoes the declaration.
    func end(
        _ network: Slug,
        of one: Member.ID,
        _ tokens: FormTokens,
        _ words: Localizer
    ) -> Form {
        Form(
            heading: words(PeopleText.relativesEndHeading, ["name": .word(name)]),
            to: Address.relatives(network, one),
            tokens,
            hidden: [Hidden(UndoRelatives.Fields.relative, member.description)],
            button: words(PeopleText.relativesEndButton),
            quiet: true
        )
    }
}
