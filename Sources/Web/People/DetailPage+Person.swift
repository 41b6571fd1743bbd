package import Ledger
package import Timebank

extension DetailPage {
    /// The page of one member, with the forms that the viewer may use.
    ///
    /// - `account`: The member's wallet, if the viewer may read its statement; `nil` otherwise.
    /// - `login`: The member's e-mail address; empty if there is none.
    /// - `seesAll`: Whether the viewer may search for members.
    /// - `mayAdd`: Whether the viewer may add a member.
    /// - `mayHandOver`: Whether the viewer may make a set-up code for this member; `nil` if they
    ///   may make none for anybody, so that the page does not mention codes.
    /// - `relatives`: The member's declared relatives; `nil` if the viewer may not see them.
    /// - `tokens`: Makes the tokens of a form; called once for each form.
    package static func person(
        frame: Frame,
        network: Slug,
        person: PersonLine,
        account: Account.ID?,
        login: String,
        seesAll: Bool = true,
        mayAdd: Bool = true,
        mayHandOver: Bool?,
        relatives: [RelativeLine]? = nil,
        tokens: () -> FormTokens,
        entered: Entered = .nothing
    ) -> DetailPage {
        let words = frame.words
        let handOver = Form(
            heading: words(SigningInText.codeHeading),
            lead: words(SigningInText.codeLead),
            to: Address.code(network, person.member),
            tokens(),
            button: words(SigningInText.codeButton),
            quiet: true
        )
        return DetailPage(
            frame: frame,
            title: person.name,
            back: seesAll ? Link(words(PeopleText.peopleTitle), to: Address.people(network)) : nil,
            lead: person.hasLeft ? words(PeopleText.personLeft) : nil,
            entered: entered,
            ring: person.minutes.map { RingView($0, words: words) },
            lines: [Line(words(PeopleText.fieldNumber), person.number)]
                + (person.minutes == nil
                    ? []
                    : [
                        Line(
                            words(CommonText.lineEmail),
                            login.isEmpty ? words(CommonText.none) : login
                        )
                    ])
                + (relatives.map { [Self.line(of: $0, words)] } ?? []),
            after: mayHandOver == false ? words(SigningInText.codeByOthers) : nil,
            forms: (mayHandOver == true ? [handOver] : [])
                + (relatives ?? []).filter(\.mayEnd).map {
                    $0.end(network, of: person.member, tokens(), words)
                }
                + (relatives == nil || person.hasLeft
                    ? [] : [declare(network, of: person.member, tokens(), entered, words)]),
            links: (account.map {
                [Link(words(PeopleText.personStatement), to: Address.statement(network, $0))]
            } ?? [])
                + (mayAdd
                    ? [Link(words(PeopleText.addMemberTitle), to: Address.addMember(network))] : [])
        )
    }

    /// The page that shows a new set-up code once, to be read out or printed.
    ///
    /// - `login`: What the person signs in with: their e-mail address or membership number.
    /// - `address`: The address at which the code is used.
    /// - `until`: The last day on which the code is valid.
    package static func code(
        frame: Frame,
        network: Slug,
        name: String,
        member: Member.ID,
        login: String,
        code: String,
        address: String,
        until: Day
    ) -> DetailPage {
        let words = frame.words
        return DetailPage(
            frame: frame,
            title: words(SigningInText.codeTitle, ["name": .word(name)]),
            lead: words(SigningInText.codeShown),
            lines: [
                Line(words(SigningInText.codeAddress), address),
                Line(words(SigningInText.fieldLogin), login),
            ],
            code: code,
            after: words(SigningInText.codeUntil, ["day": .day(until)]),
            links: [Link(words(SigningInText.codeBack), to: Address.member(network, member))]
        )
    }
}
