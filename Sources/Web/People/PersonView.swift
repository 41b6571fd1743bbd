internal import Ledger
internal import Timebank

/// Makes the page of a member from what a viewer may see and do.
struct PersonView {
    let seen: PersonSeen
    let visitor: Visitor
    let frame: Frame
    let today: Day
    /// Makes the tokens of a form; called once for each form.
    let tokens: () -> FormTokens
    let entered: Entered

    private var words: Localizer { frame.words }
    private var network: Slug { visitor.network.slug }
    private var member: Member { seen.state.member }
    private var hasLeft: Bool { member.status == .left }

    var page: PersonPage {
        let joined = Day(member.joined, in: visitor.network.zone) ?? member.joined.day
        return PersonPage(
            frame: frame,
            person: seen.state.line,
            back: visitor.looksUp
                ? Link(words(PeopleText.peopleTitle), to: Address.people(network)) : nil,
            standing: words(
                PersonText.personSince,
                ["day": .word(words.day(joined, .dated))]
            ),
            entered: entered,
            card: seen.acts.contains(.card) && !hasLeft
                ? Form(
                    to: Address.newCard(network, member.id),
                    tokens(),
                    button: words(PersonText.personNewCard),
                    quiet: true
                ) : nil,
            facts: facts,
            signing: seen.acts.contains(.code) ? signing : nil,
            others: makesCodes && !seen.acts.contains(.code)
                ? words(SigningInText.codeByOthers) : nil,
            enter: enter,
            idle: idle,
            works: works,
            history: history,
            endings: endings
        )
    }

    /// Whether the viewer makes codes for anybody, so that the page has to say why not for this
    /// member.
    private var makesCodes: Bool {
        visitor.isCoordinator || visitor.posts.contains { $0.role == .lead }
    }

    private var signing: Form {
        Form(
            heading: words(SigningInText.codeHeading),
            lead: words(SigningInText.codeLead),
            to: Address.code(network, member.id),
            tokens(),
            button: words(SigningInText.codeButton),
            quiet: true
        )
    }

    private var facts: [PersonFact] {
        let name = fact(
            CommonText.fieldName,
            member.name,
            Member.Fields.name.name,
            seen.acts.contains(.edit)
        )
        guard seen.state.purse != nil else { return [name, language(may: false)] }
        return [name] + contacts + [language(may: true)] + ties
    }

    private var contacts: [PersonFact] {
        let may = seen.acts.contains(.contact)
        let phone = member.phone ?? ""
        let email = member.email ?? ""
        return [
            fact(
                PeopleText.fieldPhone,
                phone,
                Member.Fields.phone.name,
                may,
                contact: PersonFact.call(phone)
            ),
            fact(
                CommonText.lineEmail,
                email,
                Member.Fields.email.name,
                may,
                contact: email.isEmpty ? nil : PersonFact.write(email)
            ),
        ]
    }

    /// Guardians, relatives, roles, and whether the member signs in.
    private var ties: [PersonFact] {
        let guardians = seen.guardians.map {
            fact(
                PersonText.personGuardians,
                $0.map(\.name),
                Address.guardians(network, member.id)
            )
        }
        let relatives = seen.relatives.map {
            fact(
                PeopleText.relativesTitle,
                $0.map(\.name),
                Address.relatives(network, member.id)
            )
        }
        let roles = seen.roles.map {
            fact(
                PersonText.personRoles,
                $0.names(words),
                visitor.looksAfterAll ? Address.roles(network, member.id) : nil
            )
        }
        let signsIn = seen.state.signsIn.map {
            PersonFact(
                words(PersonText.personSignIn),
                words($0 ? PersonText.personSignsIn : PersonText.personSignsInNot)
            )
        }
        return [guardians, relatives, roles, signsIn].compactMap(\.self)
    }

    private func language(may: Bool) -> PersonFact {
        fact(
            CommonText.fieldLanguage,
            Language(rawValue: member.language)?.name ?? member.language,
            Member.Fields.language.name,
            may
        )
    }

    private func fact(
        _ text: any Text,
        _ said: String,
        _ field: FieldName,
        _ may: Bool,
        contact: String? = nil
    ) -> PersonFact {
        PersonFact(
            words(text),
            said.isEmpty ? words(CommonText.none) : said,
            contact: contact,
            change: may
                ? Link(
                    words(PersonText.personChange),
                    to: Address.changeMember(network, member.id, field)
                ) : nil
        )
    }

    private func fact(_ text: any Text, _ names: [String], _ href: Href?) -> PersonFact {
        PersonFact(
            words(text),
            names.isEmpty
                ? words(CommonText.none) : names.map(\.bidiIsolated).joined(separator: ", "),
            change: href.map { Link(words(PersonText.personChange), to: $0) }
        )
    }

    private var works: [Link] {
        var links: [Link] = []
        if let pot = seen.pot, pot > .zero {
            links.append(Link(words(PotText.potLink), to: Address.grantFromPot(network, member.id)))
        }
        if seen.history == nil, seen.state.purse != nil, !visitor.looksAfterAll {
            links.append(
                Link(
                    words(PeopleText.personStatement),
                    to: Address.statement(network, member.wallet.id)
                )
            )
        }
        return links
    }

    private var history: PersonHistory? {
        guard let history = seen.history else { return nil }
        let rows = TransferRows(words, visitor, today: today)
        return PersonHistory(
            history.items.map { rows.row($0, of: member.id) },
            everything: history.next == nil
                ? nil
                : Link(words(PeopleText.personStatement), to: Address.history(network, member.id))
        )
    }

    private var endings: [PersonEnding] {
        (seen.acts.contains(.edit) ? [leaving] : [])
            + (seen.acts.contains(.erase)
                ? [
                    PersonEnding(
                        words(PersonText.personEraseMeaning),
                        grave: Link(
                            words(PersonText.personEraseLink),
                            to: Address.eraseMember(network, member.id)
                        )
                    )
                ] : [])
    }

    /// Marking the member as left, or taking that back.
    private var leaving: PersonEnding {
        let left: [String: Fact] = ["left": .minutes(seen.state.purse?.minutes ?? .zero)]
        let status = hasLeft ? Member.Status.active : .left
        return PersonEnding(
            words(hasLeft ? PersonText.personBackMeaning : PersonText.personLeftMeaning, left),
            Form(
                to: Address.changeMember(network, member.id),
                tokens(),
                hidden: [Hidden(Member.Fields.status, status.rawValue)],
                button: words(hasLeft ? PersonText.personBackButton : PersonText.personLeftButton),
                quiet: true
            )
        )
    }
}

extension PersonView {
    /// The form that enters hours; `nil` where there is nothing to enter them for.
    private var enter: EnterSection? {
        guard !seen.work.isEmpty else { return nil }
        let choices = seen.work.map { work in
            Alternative(
                work.opportunity.id.description,
                words(
                    PersonText.personEnterChoice,
                    [
                        "what": .word(work.opportunity.title),
                        "organisation": .word(work.opportunity.organisationName),
                        "left": .minutes(work.left),
                    ]
                )
            )
        }
        let only = choices.count == 1 ? choices[0].value : nil
        let what = Choice(
            Hours.Fields.opportunity.name,
            words(PersonText.personEnterWhat),
            choices,
            entered,
            otherwise: only
        )
        return EnterSection(
            Form(
                heading: words(PersonText.personEnterTitle),
                to: Address.personHours(network, member.id),
                tokens(),
                controls: [
                    .select(what),
                    .ask(
                        Hours.Fields.minutes.asking(PersonText.personEnterLong),
                        words,
                        entered
                    ), .ask(Hours.Fields.date, words, entered, otherwise: today),
                ],
                button: words(PersonText.personEnterButton)
            ),
            left: seen.work.map { ($0.opportunity.id, $0.left) },
            words: words
        )
    }

    /// The link that adds something to do, where a coordinator finds nothing to enter hours for.
    private var idle: Link? {
        seen.work.isEmpty && visitor.isCoordinator && !hasLeft
            ? Link(words(PersonText.personAddWork), to: Address.addOpportunity(network)) : nil
    }
}

extension PersonPage {
    /// The fields of the form that enters hours.
    static let enterFields = [
        Hours.Fields.opportunity.name, Hours.Fields.minutes.name, Hours.Fields.date.name,
    ]
}

extension Roles {
    /// The offices and the roles at organisations, in somebody's words.
    func names(_ words: Localizer) -> [String] {
        offices.map { words($0.text) }
            + posts.map {
                words($0.role.text, ["organisation": .word($0.name)])
            }
    }
}

extension StaffRole {
    /// What somebody with the role does at an organisation.
    var text: any Text {
        switch self {
        case .lead: PersonText.personLead
        case .worker: PersonText.personWorker
        case .till: PersonText.personTill
        }
    }
}

extension Office {
    /// What the office is called.
    var text: any Text {
        switch self {
        case .coordinator: CommonText.roleCoordinator
        case .funder: CommonText.roleFunder
        }
    }
}
