internal import Hummingbird
internal import Ledger
internal import Timebank

/// The pages on which roles at an organisation are listed, given and ended.
struct StaffJourney: Journey {
    var routes: [PageRoute] {
        [
            .get(Address.staff, list),
            .get(Address.addStaff, appointForm),
            .post(Address.addStaff, appoint),
            .get(Address.staffMember, post),
            .post(Address.staffMember, dismiss),
        ]
    }

    private func list(
        _ visit: Visit,
        at organisation: Organisation.ID
    ) async throws -> Response {
        let (visitor, seen) = try await visit.look { snapshot in
            (
                name: snapshot.visitor.opens(organisation)
                    ? try snapshot.ask(OrganisationQuery(organisation: organisation))
                        .organisation.name : nil,
                staff: try snapshot.ask(StaffQuery(organisation: organisation))
            )
        }
        return visit.show(
            ListPage.staff(
                frame: visit.frame(visitor),
                network: visitor.network.slug,
                organisation: organisation,
                name: seen.name,
                staff: seen.staff.map { $0.line(in: visitor.network) },
                mayAdd: visitor.appoints(at: organisation)
            )
        )
    }

    // Giving a role.

    private func appointForm(
        _ visit: Visit,
        at organisation: Organisation.ID
    ) async throws -> Response {
        try await appointPage(visit, at: organisation, refusal: nil)
    }

    private func appoint(
        _ visit: Visit,
        at organisation: Organisation.ID
    ) async throws -> Response {
        try await visit.trying {
            let made = try await visit.perform(
                AppointStaff(
                    organisation: organisation,
                    member: try await visit.member(AppointStaff.Fields.member).memberName,
                    role: try visit.body.word(AppointStaff.Fields.role)
                )
            )
            return try await lead(visit, to: organisation, OrganisationsText.noticePost, made.name)
        } again: { refusal in
            try await appointPage(visit, at: organisation, refusal: refusal)
        }
    }

    private func appointPage(
        _ visit: Visit,
        at organisation: Organisation.ID,
        refusal: (any Refusal)?
    ) async throws -> Response {
        let visitor = try await visit.look { snapshot in
            _ = try snapshot.ask(StaffQuery(organisation: organisation))
        }
        .visitor
        guard visitor.appoints(at: organisation) else { throw AccessRefusal.notAllowed }
        let frame = visit.frame(visitor)
        let roles = StaffRole.allCases.filter { visitor.looksAfterAll || $0 < .lead }
        let fields = [AppointStaff.Fields.member.name, AppointStaff.Fields.role.name]
        let entered = refusal.map {
            visit.entered($0, frame.words.language, at: fields, required: fields)
        }
        return visit.show(
            FormPage.addStaff(
                frame: frame,
                network: visitor.network.slug,
                organisation: organisation,
                roles: roles.map(\.rawValue),
                tokens: visit.tokens(),
                entered: entered ?? .nothing
            ),
            refusal == nil ? .ok : .unprocessableContent
        )
    }

    // Ending a role.

    private func post(
        _ visit: Visit,
        at organisation: Organisation.ID,
        _ person: Person.ID
    ) async throws -> Response {
        try await postPage(visit, at: organisation, person, refusal: nil)
    }

    private func dismiss(
        _ visit: Visit,
        at organisation: Organisation.ID,
        _ person: Person.ID
    ) async throws -> Response {
        try await visit.trying {
            let name = try await found(visit, person, at: organisation).post.name
            _ = try await visit.perform(DismissStaff(organisation: organisation, person: person))
            return try await lead(visit, to: organisation, OrganisationsText.noticePostEnded, name)
        } again: { refusal in
            try await postPage(visit, at: organisation, person, refusal: refusal)
        }
    }

    private func postPage(
        _ visit: Visit,
        at organisation: Organisation.ID,
        _ person: Person.ID,
        refusal: (any Refusal)?
    ) async throws -> Response {
        let (visitor, post) = try await found(visit, person, at: organisation)
        let frame = visit.frame(visitor)
        let isOwn = visitor.person?.id == person
        let mayEnd =
            isOwn || visitor.looksAfterAll
            || (visitor.appoints(at: organisation) && post.role < .lead)
        return visit.show(
            DetailPage.staffMember(
                frame: frame,
                network: visitor.network.slug,
                organisation: organisation,
                post: post.line(in: visitor.network),
                mayEnd: mayEnd,
                tokens: visit.tokens(),
                entered: refusal.map { visit.entered($0, frame.words.language, at: []) }
                    ?? .nothing
            ),
            refusal == nil ? .ok : .unprocessableContent
        )
    }

    private func found(
        _ visit: Visit,
        _ person: Person.ID,
        at organisation: Organisation.ID
    ) async throws -> (visitor: Visitor, post: StaffMember) {
        let (visitor, staff) = try await visit.look {
            try $0.ask(StaffQuery(organisation: organisation))
        }
        guard let post = staff.first(where: { $0.person == person }) else {
            throw AccessRefusal.notFound
        }
        return (visitor, post)
    }

    /// Redirects to the staff list, or to the home page if the viewer may no longer see that list.
    ///
    /// The latter happens when a person has ended their own role.
    private func lead(
        _ visit: Visit,
        to organisation: Organisation.ID,
        _ notice: any Text,
        _ name: String
    ) async throws -> Response {
        let visitor = try await visit.look { _ in }.visitor
        let words = Localizer(visit.language(of: visitor))
        let network = visitor.network.slug
        let sees =
            visitor.looksAfterAll || visitor.posts.contains { $0.organisation == organisation }
        return visit.lead(
            to: sees
                ? Address.staff(network, organisation) : Address.home(network),
            notice: words(notice, ["name": .word(name)])
        )
    }
}

extension Visitor {
    /// Whether the viewer may give roles at this organisation.
    fileprivate func appoints(at organisation: Organisation.ID) -> Bool {
        looksAfterAll || posts.contains { $0.organisation == organisation && $0.role == .lead }
    }
}

extension StaffMember {
    /// The role as a page shows it.
    fileprivate func line(in network: Network) -> PostLine {
        PostLine(
            person: person,
            name: name,
            number: number,
            role: role.rawValue,
            since: Day(since, in: network.zone) ?? since.day
        )
    }
}
