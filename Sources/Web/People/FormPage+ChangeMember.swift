internal import Ledger
package import Timebank

extension FormPage {
    /// The form that changes one detail of a member.
    ///
    /// - `field`: The field of the detail: name, phone, e-mail or language.
    package static func changeMember(
        frame: Frame,
        network: Slug,
        member: Member,
        field: FieldName,
        tokens: FormTokens,
        entered: Entered = .nothing
    ) -> FormPage {
        let words = frame.words
        return FormPage(
            frame: frame,
            title: words(PersonText.changeTitle, ["name": .word(member.name)]),
            back: Link(member.name, to: Address.member(network, member.id)),
            entered: entered,
            form: Form(
                to: Address.changeMember(network, member.id),
                tokens,
                controls: [control(field, member, words, entered)],
                button: words(PersonText.changeButton)
            )
        )
    }

    /// The control for one detail, with what is known now.
    private static func control(
        _ field: FieldName,
        _ member: Member,
        _ words: Localizer,
        _ entered: Entered
    ) -> Control {
        switch field {
        case EditMember.Fields.phone.name:
            .ask(
                EditMember.Fields.phone.asking(
                    PeopleText.fieldPhone,
                    hint: PersonText.changeEmptyHint
                ),
                words,
                entered,
                otherwise: member.phone ?? "",
                focus: true
            )
        case EditMember.Fields.email.name:
            .ask(
                EditMember.Fields.email.asking(
                    CommonText.lineEmail,
                    hint: PersonText.changeEmptyHint
                ),
                words,
                entered,
                otherwise: member.email ?? "",
                focus: true
            )
        case EditMember.Fields.language.name:
            .ask(
                EditMember.Fields.language,
                words,
                entered,
                of: Language.allCases.map { Alternative($0.code, $0.name) },
                otherwise: member.language
            )
        default:
            .ask(EditMember.Fields.name, words, entered, otherwise: member.name, focus: true)
        }
    }
}

extension DetailPage {
    /// The page that says what erasing a member means, with the button that does it.
    package static func eraseMember(
        frame: Frame,
        network: Slug,
        person: PersonLine,
        tokens: FormTokens,
        entered: Entered = .nothing
    ) -> DetailPage {
        let words = frame.words
        let left = person.minutes ?? .zero
        return DetailPage(
            frame: frame,
            title: words(PersonText.eraseTitle, ["name": .word(person.name)]),
            back: Link(person.name, to: Address.member(network, person.member)),
            lead: words(PersonText.eraseLead),
            entered: entered,
            lines: [
                Line(words(PersonText.eraseGoes), words(PersonText.eraseGoesWhat)),
                Line(
                    words(PersonText.eraseStays),
                    words(PersonText.eraseStaysWhat, ["number": .word(person.number)])
                ),
            ] + (left > .zero ? [Line(words(PersonText.eraseBalance), words.hours(left))] : []),
            after: left > .zero ? words(PersonText.eraseBalanceLost) : nil,
            forms: [
                Form(
                    to: Address.eraseMember(network, person.member),
                    tokens,
                    button: words(PersonText.eraseButton, ["name": .word(person.name)]),
                    grave: true
                )
            ],
            links: [
                Link(words(PersonText.eraseKeep), to: Address.member(network, person.member))
            ]
        )
    }
}

extension ListPage {
    /// One page of a member's history, newest transfer first.
    ///
    /// - `rows`: The transfers, each with who made it.
    /// - `after`: The cursor of the next page; `nil` on the last page.
    package static func history(
        frame: Frame,
        network: Slug,
        person: PersonLine,
        rows: [Row],
        after: Int64? = nil
    ) -> ListPage {
        let words = frame.words
        return ListPage(
            frame: frame,
            title: words(AccountsText.statementOf, ["name": .word(person.name)]),
            back: Link(person.name, to: Address.member(network, person.member)),
            ring: person.minutes.map {
                RingView($0, caption: words(AccountsText.statementNow), words: words)
            },
            items: rows,
            empty: words(PersonText.personHistoryEmpty),
            more: after.map {
                Link(
                    words(CommonText.earlier),
                    to: Address.history(network, person.member, after: $0)
                )
            }
        )
    }
}
