package import Timebank

extension FormPage {
    /// The form for a new member.
    ///
    /// - `organisations`: The organisations that the viewer leads, by id; asked for if there are
    ///   several.
    /// - `alike`: An existing member who may be the same person, if the viewer may see them.
    /// - `anyway`: The value to send back to add the member although a similar one exists. When it
    ///   is given, the button says so.
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

    /// The controls for a new member; with several organisations, one asks which brings them in.
    private static func newcomer(
        _ words: Localizer,
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

/// An existing member who may be the same person as the one being added.
package struct AlikeLine: Hashable, Sendable {
    package let member: Member.ID
    package let name: String

    /// - `member`: The id of the existing member.
    /// - `name`: Their name.
    package init(member: Member.ID, name: String) {
        self.member = member
        self.name = name
    }
}
