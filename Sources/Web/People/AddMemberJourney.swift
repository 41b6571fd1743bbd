internal import Hummingbird
internal import Ledger
internal import Timebank

/// The pages on which a member is added; the member's page then offers to make a set-up code.
struct AddMemberJourney: Journey {
    var routes: [PageRoute] {
        [
            .get(Address.addMember, form),
            .post(Address.addMember, add),
        ]
    }

    private func form(_ visit: Visit) async throws -> Response {
        try await page(visit, refusal: nil)
    }

    private func add(_ visit: Visit) async throws -> Response {
        try await visit.trying {
            let body = visit.body
            let made = try await visit.perform(
                AddMember(
                    name: body.value(Member.Fields.name),
                    email: body.value(Member.Fields.email),
                    phone: body.value(Member.Fields.phone),
                    language: body.isEmpty(Member.Fields.language.name)
                        ? nil : body.value(Member.Fields.language),
                    organisation: Organisation.ID(body[Member.Fields.organisation.name]),
                    // The confirmation holds only for the data with which the warning about a
                    // similar member was shown.
                    addAnyway: body[Member.Fields.addAnyway.name] == body.likeness
                )
            )
            let visitor = try await visit.look { _ in }.visitor
            let words = Localizer(visit.language(of: visitor))
            let name = "\(made.name) (\(made.number))"
            return visit.lead(
                to: Address.member(visitor.network.slug, made.id),
                notice: words(PeopleText.noticeAdded, ["name": .word(name)])
            )
        } again: { refusal in
            try await page(visit, refusal: refusal)
        }
    }

    private func page(_ visit: Visit, refusal: (any Refusal)?) async throws -> Response {
        let visitor = try await visit.look { _ in }.visitor
        guard visitor.mayAddMember else { throw AccessRefusal.notAllowed }
        let frame = visit.frame(visitor)
        let fields: [FieldName] = [
            Member.Fields.name.name, Member.Fields.organisation.name, Member.Fields.email.name,
            Member.Fields.phone.name, Member.Fields.language.name,
        ]
        let led = visitor.isCoordinator ? [] : visitor.posts.filter { $0.role == .lead }
        return visit.show(
            FormPage.addMember(
                frame: frame,
                network: visitor.network.slug,
                tokens: visit.tokens(),
                organisations: led.map {
                    Alternative($0.organisation.description, $0.name)
                },
                alike: refusal?.alike,
                anyway: refusal?.isAboutLikeness == true ? visit.body.likeness : nil,
                entered: refusal.map { visit.entered($0, frame.words.language, at: fields) }
                    ?? .nothing
            ),
            refusal == nil ? .ok : .unprocessableContent
        )
    }
}

extension Visitor {
    /// Whether the viewer may add a member: a coordinator, an operator or the lead of an
    /// organisation.
    var mayAddMember: Bool {
        isCoordinator || isOperator || posts.contains { $0.role == .lead }
    }
}

extension FormBody {
    /// The submitted name, e-mail address and phone number, by which duplicates are detected.
    fileprivate var likeness: String {
        [Member.Fields.name, Member.Fields.email, Member.Fields.phone].map(value)
            .joined(separator: "|")
    }
}

extension Refusal {
    /// The similar member that the refusal names, if the viewer may see them.
    fileprivate var alike: AlikeLine? {
        guard case .memberAlike(let alike?)? = self as? PeopleRefusal else { return nil }
        return AlikeLine(member: alike.member, name: alike.name)
    }

    fileprivate var isAboutLikeness: Bool {
        if case .memberAlike? = self as? PeopleRefusal { true } else { false }
    }
}
