internal import Hummingbird
internal import Ledger
internal import Timebank

/// The pages on which staff enter the same hours for several members, for example after a session.
struct EnterHoursJourney: Journey {
    var routes: [PageRoute] {
        [
            .get(Address.enterHours, form),
            .post(Address.enterHours, enter),
        ]
    }

    /// The members who are not in the list to tick, by number or name, usually one on each line.
    static let numbers = Field<String>(
        FieldName("numbers", EarningText.enterNumbers),
        .lines(0...8_000),
        "Membership numbers or names.",
        example: "1001-T",
        hint: EarningText.enterNumbersHint
    )

    private func form(
        _ visit: Visit,
        at organisation: Organisation.ID
    ) async throws -> Response {
        try await page(visit, at: organisation, refusal: nil)
    }

    private func enter(
        _ visit: Visit,
        at organisation: Organisation.ID
    ) async throws -> Response {
        try await visit.trying {
            let opportunity = try visit.body.value(Hours.Fields.opportunity)
            let day = try visit.body.value(Hours.Fields.date)
            let minutes = try visit.body.value(Hours.Fields.minutes)
            let (members, named) = try await members(visit, organisation)
            let done = try await visit.perform(
                EnterHours(
                    opportunity: opportunity,
                    members: members,
                    day: day,
                    minutes: minutes,
                    confirm: true
                )
            )
            let (visitor, left) = try await visit.look { try $0.waiting(of: done.left) }
            let words = Localizer(visit.language(of: visitor))
            return visit.lead(
                to: Address.organisation(
                    visitor.network.slug,
                    organisation
                ),
                notice: words.notice(
                    EarningText.noticeEntered,
                    ["minutes": .minutes(minutes)],
                    of: done.confirmed.count,
                    left: left
                ) + (named.isEmpty ? "" : " " + named.joined(separator: ", ") + ".")
            )
        } again: { refusal in
            try await page(visit, at: organisation, refusal: refusal)
        }
    }

    /// The members who were ticked, followed by those whose number or name was typed.
    ///
    /// A typed member who is also ticked is left out. Numbers and names may be separated by line
    /// breaks or semicolons, numbers also by commas.
    ///
    /// - Returns: Also the names of those of whom a name was typed, to be shown back.
    /// - Throws: A ``PeopleRefusal`` for text that means nobody, or several.
    private func members(
        _ visit: Visit,
        _ organisation: Organisation.ID
    ) async throws -> (members: [MemberName], named: [String]) {
        let ticked = visit.body.all(Hours.Fields.members.name).compactMap { Member.ID($0) }
        let lines = visit.body.value(Self.numbers).split { $0.isNewline || $0 == ";" || $0 == "," }
            .map { String($0).trimmed }.filter { !$0.isEmpty }
        let names = ticked.map { MemberName.id($0) }
        guard !lines.isEmpty else { return (names, []) }
        guard lines.count <= EnterHours.most else {
            throw Self.numbers.refusal(.tooMany(most: EnterHours.most))
        }
        let typed = try await visit.members(lines, in: Self.numbers.name)
        let regulars = try await visit.look {
            try $0.ask(RegularsQuery(organisation: organisation))
        }.1
        let known = Set(
            regulars.filter { ticked.contains($0.member) }
                .compactMap { MemberNumber($0.number)?.folded }
        )
        let others = typed.filter {
            !known.contains($0.number.folded) && !known.contains($0.number.issuedForm)
        }
        return (names + others.map(\.memberName), others.compactMap(\.name))
    }

    private func page(
        _ visit: Visit,
        at organisation: Organisation.ID,
        refusal: (any Refusal)?
    ) async throws -> Response {
        let (visitor, seen) = try await visit.look { snapshot in
            (
                state: try snapshot.ask(OrganisationQuery(organisation: organisation)),
                opportunities: try snapshot.ask(OpportunitiesQuery(span: Span(limit: 200))).items,
                regulars: try snapshot.ask(RegularsQuery(organisation: organisation))
            )
        }
        let frame = visit.frame(visitor)
        let entered = refusal.map {
            mistakes(visit, $0, frame.words.language, hasRegulars: !seen.regulars.isEmpty)
        }
        return visit.show(
            FormPage.enterHours(
                frame: frame,
                network: visitor.network.slug,
                organisation: organisation,
                name: seen.state.organisation.name,
                tokens: visit.tokens(),
                opportunities: seen.opportunities.filter { $0.organisation == organisation }.map {
                    Alternative($0.id.description, $0.title)
                },
                regulars: seen.regulars.map {
                    Alternative($0.member.description, $0.name, second: $0.number)
                },
                today: visit.today(visitor),
                left: seen.state.left,
                entered: entered ?? .nothing
            ),
            refusal == nil ? .ok : .unprocessableContent
        )
    }

    /// The error messages of the form, each beside its field.
    ///
    /// The members are asked for in two fields when there are regulars to tick. A refusal about one
    /// member is shown beside the typed numbers; an invalid field, such as no member at all, is
    /// shown beside the first of the two fields.
    private func mistakes(
        _ visit: Visit,
        _ refusal: any Refusal,
        _ language: Language,
        hasRegulars: Bool
    ) -> Entered {
        let members = Hours.Fields.members.name
        let numbers = Self.numbers.name
        let who = hasRegulars ? members : numbers
        // A refusal about one member is nearly always about a number that was typed.
        let isAboutOne = !(refusal is FieldRefusal)
        let asked = [
            Hours.Fields.opportunity.name, Hours.Fields.date.name, Hours.Fields.minutes.name,
        ]
        let isNobody = visit.body.isEmpty(members) && visit.body.isEmpty(numbers)
        return visit.entered(
            refusal,
            language,
            at: asked + [members, numbers],
            placing: [members: isAboutOne ? numbers : who],
            required: asked + (isNobody ? [who] : [])
        )
    }
}
