internal import Hummingbird
internal import Ledger
internal import Timebank

/// The page of one member, with the forms that stand on it, and their whole history.
struct PersonJourney: Journey {
    var routes: [PageRoute] {
        [
            .get(Address.member, person),
            .post(Address.code, code),
            .post(Address.newCard, newCard),
            .post(Address.personHours, enter),
            .get(Address.history, history),
        ]
    }

    private func person(_ visit: Visit, _ member: Member.ID) async throws -> Response {
        try await Self.page(visit, of: member, refusal: nil)
    }

    /// Makes a set-up code and shows it in this response only, without a redirect, so that it is
    /// seen once.
    private func code(_ visit: Visit, _ id: Member.ID) async throws -> Response {
        try await visit.trying {
            let handed = try await visit.perform(HandOverCode(member: .id(id)))
            let visitor = try await visit.look { _ in }.visitor
            let network = visitor.network.slug
            let member = handed.member
            return visit.show(
                DetailPage.code(
                    frame: visit.frame(visitor),
                    network: network,
                    name: member?.name ?? "",
                    member: id,
                    login: member?.email ?? member?.number ?? "",
                    code: handed.code.revealed,
                    address: visit.host + Address.setUp(network).text,
                    until: Day(handed.expires, in: visitor.network.zone) ?? handed.expires.day
                )
            )
        } again: { refusal in
            try await Self.page(visit, of: id, refusal: refusal)
        }
    }

    private func newCard(_ visit: Visit, _ id: Member.ID) async throws -> Response {
        try await visit.trying {
            let member = try await visit.perform(NewCard(member: .id(id)))
            return try await visit.leadToPerson(id) {
                $0(PersonText.noticeNewCard, ["name": .word(member.name)])
            }
        } again: { refusal in
            try await Self.page(visit, of: id, refusal: refusal)
        }
    }

    private func enter(_ visit: Visit, _ id: Member.ID) async throws -> Response {
        try await visit.trying {
            let opportunity = try visit.body.value(Hours.Fields.opportunity)
            let minutes = try visit.body.value(Hours.Fields.minutes)
            let done = try await visit.perform(
                EnterHours(
                    opportunity: opportunity,
                    members: [.id(id)],
                    day: try visit.body.value(Hours.Fields.date),
                    minutes: minutes,
                    confirm: true
                )
            )
            let (_, seen) = try await visit.look { snapshot in
                let hours = try (done.confirmed + done.left).first.map {
                    try snapshot.ask(HoursQuery(hours: $0))
                }
                let left = try hours.map {
                    try snapshot.ask(OrganisationQuery(organisation: $0.hours.organisation)).left
                }
                return (hours, left)
            }
            let facts: [String: Fact] = [
                "minutes": .minutes(minutes), "name": .word(seen.0?.memberName ?? ""),
                "organisation": .word(seen.0?.organisationName ?? ""),
                "left": .minutes(seen.1 ?? .zero),
            ]
            let text =
                done.confirmed.isEmpty ? PersonText.noticeHoursWait : PersonText.noticeHours
            return try await visit.leadToPerson(id) { $0(text, facts) }
        } again: { refusal in
            let fields = PersonPage.enterFields
            return try await Self.page(
                visit,
                of: id,
                refusal: refusal,
                at: fields,
                required: fields
            )
        }
    }

    private func history(_ visit: Visit, _ id: Member.ID) async throws -> Response {
        let span = visit.span(25)
        let (visitor, (state, found)) = try await visit.look { snapshot in
            let state = try snapshot.ask(MemberQuery(member: .id(id)))
            let filter = TransferFilter(account: state.member.wallet.id)
            return (state, try snapshot.ask(TransfersQuery(filter: filter, span: span)))
        }
        let frame = visit.frame(visitor)
        let rows = TransferRows(frame.words, visitor, today: visit.today(visitor))
        return visit.show(
            ListPage.history(
                frame: frame,
                network: visitor.network.slug,
                person: state.line,
                rows: found.items.map { rows.row($0, of: id) },
                after: found.next
            )
        )
    }

    /// The page of one member; after a refusal, with the error beside its field.
    static func page(
        _ visit: Visit,
        of member: Member.ID,
        refusal: (any Refusal)?,
        at fields: [FieldName] = [],
        required: [FieldName] = []
    ) async throws -> Response {
        let (visitor, seen) = try await visit.look { try PersonSeen(member, in: $0) }
        let frame = visit.frame(visitor)
        let entered = refusal.map {
            visit.entered($0, frame.words.language, at: fields, required: required)
        }
        return visit.show(
            PersonView(
                seen: seen,
                visitor: visitor,
                frame: frame,
                today: visit.today(visitor),
                tokens: { visit.tokens() },
                entered: entered ?? .nothing
            ).page,
            refusal == nil ? .ok : .unprocessableContent
        )
    }
}

extension Visit {
    /// Redirects to a member's page, which says what was done.
    func leadToPerson(
        _ member: Member.ID,
        notice: (Localizer) -> String
    ) async throws -> Response {
        let visitor = try await look { _ in }.visitor
        return lead(
            to: Address.member(visitor.network.slug, member),
            notice: notice(Localizer(language(of: visitor)))
        )
    }
}

extension MemberState {
    /// The member as a list shows them.
    var line: PersonLine {
        PersonLine(
            member: member.id,
            name: member.name,
            number: member.number,
            minutes: purse?.minutes,
            hasLeft: member.status == .left,
            contacts: [member.phone, member.email].compactMap(\.self)
        )
    }
}
