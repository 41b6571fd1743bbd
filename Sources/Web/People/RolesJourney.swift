internal import Hummingbird
internal import Ledger
internal import Timebank

/// The page of a member's roles, with the forms that give and end them.
struct RolesJourney: Journey {
    var routes: [PageRoute] { [.get(Address.roles, list), .post(Address.roles, change)] }

    /// The organisation at which a role is given.
    static let at = Organisation.Fields.organisation.asking(PersonText.rolesWhere)
    /// The office that is given.
    static let office = Field<Office>.choice(
        FieldName("office", PersonText.rolesOfficeWhat),
        "coordinator or funder."
    )
    /// The organisation at which a role ends.
    static let ended = Field<Organisation.ID>.id("ended", "Where the role ends.")
    /// The office that ends.
    static let endedOffice = Field<Office>.choice("endedOffice", "The office that ends.")

    private func list(_ visit: Visit, _ member: Member.ID) async throws -> Response {
        try await page(visit, of: member, refusal: nil)
    }

    private func change(_ visit: Visit, _ id: Member.ID) async throws -> Response {
        try await visit.trying {
            let body = visit.body
            let name = try await visit.look {
                try $0.ask(MemberQuery(member: .id(id))).member.name
            }.found
            var notice = PersonText.noticeRole
            if !body.isEmpty(Self.ended.name) || !body.isEmpty(Self.endedOffice.name) {
                notice = PersonText.noticeRoleEnded
                try await end(visit, of: id)
            } else if !body.isEmpty(Self.office.name) {
                let office = try body.word(Self.office)
                _ = try await visit.perform(Appoint(member: .id(id), office: office))
            } else {
                let appoint = AppointStaff(
                    organisation: try body.value(Self.at),
                    member: .id(id),
                    role: try body.word(AppointStaff.Fields.role)
                )
                _ = try await visit.perform(appoint)
            }
            let visitor = try await visit.look { _ in }.visitor
            // Somebody who ended their own office may not see the page any more.
            return visit.lead(
                to: visitor.looksAfterAll
                    ? Address.roles(visitor.network.slug, id) : Address.home(visitor.network.slug),
                notice: Localizer(visit.language(of: visitor))(notice, ["name": .word(name)])
            )
        } again: { refusal in
            try await page(visit, of: id, refusal: refusal)
        }
    }

    private func end(_ visit: Visit, of id: Member.ID) async throws {
        let person = try await visit.look {
            try $0.ask(MemberQuery(member: .id(id))).member.person
        }.found
        guard let person else { throw AccessRefusal.notFound }
        if visit.body.isEmpty(Self.ended.name) {
            let office = try visit.body.word(Self.endedOffice)
            _ = try await visit.perform(Dismiss(person: person, office: office))
        } else {
            let organisation = try visit.body.value(Self.ended)
            _ = try await visit.perform(DismissStaff(organisation: organisation, person: person))
        }
    }

    private func page(
        _ visit: Visit,
        of member: Member.ID,
        refusal: (any Refusal)?
    ) async throws -> Response {
        let name = MemberName.id(member)
        let (visitor, (state, roles, organisations)) = try await visit.look { snapshot in
            guard snapshot.visitor.looksAfterAll else { throw AccessRefusal.notAllowed }
            return (
                try snapshot.ask(MemberQuery(member: name)),
                try snapshot.ask(RolesQuery(member: name)),
                try snapshot.ask(OrganisationsQuery(span: Span(limit: 200))).items
                    .map(\.organisation)
            )
        }
        let frame = visit.frame(visitor)
        let isOffice = visit.body.values[Self.office.name.text] != nil
        let fields =
            isOffice
            ? [Self.office.name] : [Self.at.name, AppointStaff.Fields.role.name]
        let isSelf = visitor.member?.id == member
        return visit.show(
            DetailPage.roles(
                frame: frame,
                network: visitor.network.slug,
                person: state.line,
                roles: roles,
                organisations: organisations.map { Alternative($0.id.description, $0.name) },
                mayEndCoordinator: visitor.isOperator || isSelf,
                tokens: { visit.tokens() },
                entered: refusal.map {
                    visit.entered($0, frame.words.language, at: fields, required: fields)
                } ?? .nothing
            ),
            refusal == nil ? .ok : .unprocessableContent
        )
    }
}
