package import Timebank

extension FormPage {
    /// A new member.
    ///
    /// - `alike`: Who may be the same person.
    /// - `anyway`: What the form hides where the person may be a member already: the button then
    ///   adds them all the same.
    package static func addMember(
        frame: Frame,
        network: Slug,
        tokens: FormTokens,
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
                tokens,
                hidden: anyway.map { [Hidden(Member.Fields.addAnyway, $0)] } ?? [],
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
            : [.ask(Member.Fields.organisation, words, entered, of: organisations)]
        return [.ask(Member.Fields.name, words, entered)] + bringing + [
            .ask(Member.Fields.email, words, entered),
            .ask(Member.Fields.phone, words, entered),
            .ask(
                Member.Fields.language,
                words,
                entered,
                of: Language.allCases.map { Alternative($0.code, $0.name) },
                otherwise: words.language.code
            ),
        ]
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
