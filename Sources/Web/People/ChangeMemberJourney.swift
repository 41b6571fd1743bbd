internal import Hummingbird
internal import Ledger
internal import Timebank

/// Changing a member's details or status, and erasing the member.
struct ChangeMemberJourney: Journey {
    var routes: [PageRoute] {
        [
            .get(Address.changeMember, form),
            .post(Address.changeMember, change),
            .get(Address.eraseMember, eraseForm),
            .post(Address.eraseMember, erase),
        ]
    }

    private func form(_ visit: Visit, _ member: Member.ID) async throws -> Response {
        try await page(visit, of: member, FieldName(visit.query("what")), refusal: nil)
    }

    /// Makes the changes whose fields were sent; an empty contact is removed.
    private func change(_ visit: Visit, _ id: Member.ID) async throws -> Response {
        let body = visit.body
        func sent(_ field: Field<String>) -> String? { body.values[field.name.text]?.first }
        let isStatus = body.values[EditMember.Fields.status.name.text] != nil
        return try await visit.trying {
            let member = try await visit.perform(
                EditMember(
                    member: .id(id),
                    title: sent(EditMember.Fields.name),
                    email: sent(EditMember.Fields.email),
                    phone: sent(EditMember.Fields.phone),
                    language: sent(EditMember.Fields.language),
                    status: isStatus ? try body.word(EditMember.Fields.status) : nil
                )
            )
            return try await visit.leadToPerson(id) { words in
                guard isStatus else { return words(PersonText.noticeChanged) }
                return words(
                    member.status == .left
                        ? PersonText.noticeMemberLeft : PersonText.noticeMemberBack,
                    ["name": .word(member.name)]
                )
            }
        } again: { refusal in
            guard let field = Self.fields.first(where: { body.values[$0.text] != nil }) else {
                return try await PersonJourney.page(visit, of: id, refusal: refusal)
            }
            return try await page(visit, of: id, field, refusal: refusal)
        }
    }

    private static let fields = [
        EditMember.Fields.name.name, EditMember.Fields.phone.name, EditMember.Fields.email.name,
        EditMember.Fields.language.name,
    ]

    /// The form for the detail in one field; for the name if there is no such field.
    private func page(
        _ visit: Visit,
        of member: Member.ID,
        _ asked: FieldName,
        refusal: (any Refusal)?
    ) async throws -> Response {
        let field = Self.fields.first { $0 == asked } ?? Self.fields[0]
        let (visitor, (state, acts)) = try await visit.look { snapshot in
            (
                try snapshot.ask(MemberQuery(member: .id(member))),
                try snapshot.ask(ReachQuery(member: .id(member)))
            )
        }
        let may =
            switch field {
            case EditMember.Fields.name.name: acts.contains(.edit)
            case EditMember.Fields.language.name: state.purse != nil
            default: acts.contains(.contact)
            }
        guard may else { throw AccessRefusal.notAllowed }
        let frame = visit.frame(visitor)
        return visit.show(
            FormPage.changeMember(
                frame: frame,
                network: visitor.network.slug,
                member: state.member,
                field: field,
                tokens: visit.tokens(),
                entered: refusal.map { visit.entered($0, frame.words.language, at: [field]) }
                    ?? .nothing
            ),
            refusal == nil ? .ok : .unprocessableContent
        )
    }

    // Erasing.

    private func eraseForm(_ visit: Visit, _ member: Member.ID) async throws -> Response {
        try await erasePage(visit, of: member, refusal: nil)
    }

    private func erase(_ visit: Visit, _ id: Member.ID) async throws -> Response {
        try await visit.trying {
            let name = try await visit.look {
                try $0.ask(MemberQuery(member: .id(id))).member.name
            }.found
            _ = try await visit.perform(EraseMember(member: .id(id)))
            let visitor = try await visit.look { _ in }.visitor
            let words = Localizer(visit.language(of: visitor))
            return visit.lead(
                to: Address.people(visitor.network.slug),
                notice: words(PersonText.noticeErased, ["name": .word(name)])
            )
        } again: { refusal in
            try await erasePage(visit, of: id, refusal: refusal)
        }
    }

    private func erasePage(
        _ visit: Visit,
        of member: Member.ID,
        refusal: (any Refusal)?
    ) async throws -> Response {
        let (visitor, (state, acts)) = try await visit.look { snapshot in
            (
                try snapshot.ask(MemberQuery(member: .id(member))),
                try snapshot.ask(ReachQuery(member: .id(member)))
            )
        }
        guard acts.contains(.erase) else { throw AccessRefusal.notAllowed }
        let frame = visit.frame(visitor)
        return visit.show(
            DetailPage.eraseMember(
                frame: frame,
                network: visitor.network.slug,
                person: state.line,
                tokens: visit.tokens(),
                entered: refusal.map { visit.entered($0, frame.words.language, at: []) }
                    ?? .nothing
            ),
            refusal == nil ? .ok : .unprocessableContent
        )
    }
}
