internal import Hummingbird
internal import Ledger
internal import Timebank

/// The page that lists who acts for a member, with the forms that add and end that.
struct GuardiansJourney: Journey {
    var routes: [PageRoute] {
        [.get(Address.guardians, list), .post(Address.guardians, change)]
    }

    /// The guardian whose time is to end.
    static let ended = Field<Person.ID>.id("person", "The person who acts no longer.")

    private func list(_ visit: Visit, _ member: Member.ID) async throws -> Response {
        try await page(visit, of: member, refusal: nil)
    }

    private func change(_ visit: Visit, _ id: Member.ID) async throws -> Response {
        let field = AddGuardian.Fields.guardian
        return try await visit.trying {
            let name: String
            let notice: PersonText
            if visit.body.isEmpty(Self.ended.name) {
                let guardian = try await visit.member(field).memberName
                _ = try await visit.perform(AddGuardian(ward: .id(id), guardian: guardian))
                name = try await visit.look {
                    try $0.ask(MemberQuery(member: guardian)).member.name
                }.found
                notice = PersonText.noticeGuardian
            } else {
                let person = try visit.body.value(Self.ended)
                let before = try await visit.look { try $0.ask(GuardiansQuery(ward: .id(id))) }
                    .found
                _ = try await visit.perform(RemoveGuardian(ward: .id(id), guardian: person))
                name = before.first { $0.person == person }?.name ?? ""
                notice = PersonText.noticeGuardianEnded
            }
            let visitor = try await visit.look { _ in }.visitor
            return visit.lead(
                to: Address.guardians(visitor.network.slug, id),
                notice: Localizer(visit.language(of: visitor))(notice, ["name": .word(name)])
            )
        } again: { refusal in
            try await page(visit, of: id, refusal: refusal)
        }
    }

    private func page(
        _ visit: Visit,
        of member: Member.ID,
        refusal: (any Refusal)?
    ) async throws -> Response {
        let name = MemberName.id(member)
        let (visitor, (state, guardians, acts)) = try await visit.look { snapshot in
            (
                try snapshot.ask(MemberQuery(member: name)),
                try snapshot.ask(GuardiansQuery(ward: name)),
                try snapshot.ask(ReachQuery(member: name))
            )
        }
        let frame = visit.frame(visitor)
        let field = AddGuardian.Fields.guardian.name
        let mayEnd = visitor.looksAfterAll || visitor.member?.id == member
        return visit.show(
            DetailPage.guardians(
                frame: frame,
                network: visitor.network.slug,
                person: state.line,
                guardians: guardians.map {
                    GuardianLine(
                        person: $0.person,
                        name: $0.name,
                        since: Day($0.since, in: visitor.network.zone) ?? $0.since.day
                    )
                },
                mayAdd: acts.contains(.guardian) && state.member.status != .left,
                mayEnd: mayEnd,
                tokens: { visit.tokens() },
                entered: refusal.map { visit.entered($0, frame.words.language, at: [field]) }
                    ?? .nothing
            ),
            refusal == nil ? .ok : .unprocessableContent
        )
    }
}
