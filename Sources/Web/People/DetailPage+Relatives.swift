internal import Ledger
package import Timebank

extension DetailPage {
    /// Whose relative somebody is.
    static func line(of relatives: [RelativeLine], _ words: Voice) -> Line {
        Line(
            words(PeopleText.relativesTitle),
            relatives.isEmpty
                ? words(CommonText.none) : relatives.map(\.name).joined(separator: ", ")
        )
    }

    /// The form that notes a relative.
    static func declare(
        _ network: Slug,
        of member: Member.ID,
        _ tokens: FormTokens,
        _ entered: Entered,
        _ words: Voice
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

/// Somebody who was declared a member's relative.
package struct RelativeLine: Hashable, Sendable {
    package let member: Member.ID
    package let name: String
    package let mayEnd: Bool

    /// - `member`: The id.
    /// - `mayEnd`: Whether whoever looks may take it back: not where they are one of the two.
    package init(member: Member.ID, name: String, mayEnd: Bool) {
        self.member = member
        self.name = name
        self.mayEnd = mayEnd
    }

    /// The form that takes it back.
    func end(
        _ network: Slug,
        of one: Member.ID,
        _ tokens: FormTokens,
        _ words: Voice
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
