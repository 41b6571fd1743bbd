internal import Hummingbird
internal import Timebank

/// The page on which a coordinator writes whom to ask for help.
struct ContactJourney: Journey {
    var routes: [PageRoute] {
        [
            .get(Address.contact, form),
            .post(Address.contact, keep),
        ]
    }

    private func form(_ visit: Visit) async throws -> Response {
        try await page(visit, refusal: nil)
    }

    private func keep(_ visit: Visit) async throws -> Response {
        try await visit.trying {
            _ = try await visit.perform(
                SetContact(words: visit.body.value(SetContact.Fields.contact))
            )
            let visitor = try await visit.look { _ in }.visitor
            let words = Localizer(visit.language(of: visitor))
            return visit.lead(
                to: Address.coordinate(visitor.network.slug),
                notice: words(NetworksText.noticeContact)
            )
        } again: { refusal in
            try await page(visit, refusal: refusal)
        }
    }

    private func page(_ visit: Visit, refusal: (any Refusal)?) async throws -> Response {
        let (visitor, contact) = try await visit.look { snapshot in
            guard snapshot.visitor.isCoordinator else { throw AccessRefusal.notAllowed }
            return try snapshot.ask(ContactQuery())
        }
        let frame = visit.frame(visitor)
        let entered = refusal.map {
            visit.entered($0, frame.words.language, at: [SetContact.Fields.contact.name])
        }
        return visit.show(
            FormPage.contact(
                frame: frame,
                network: visitor.network.slug,
                contact: contact,
                tokens: visit.tokens(),
                entered: entered ?? .nothing
            ),
            refusal == nil ? .ok : .unprocessableContent
        )
    }
}
