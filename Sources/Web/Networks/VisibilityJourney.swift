internal import Hummingbird
internal import Timebank

/// The page on which a coordinator decides whether visitors may read what there is.
struct VisibilityJourney: Journey {
    var routes: [PageRoute] {
        [
            .get(Address.visibility, form),
            .post(Address.visibility, keep),
        ]
    }

    private func form(_ visit: Visit) async throws -> Response {
        try await page(visit, refusal: nil)
    }

    private func keep(_ visit: Visit) async throws -> Response {
        try await visit.trying {
            let isPublic = try visit.body.value(SetVisibility.Fields.isPublic)
            _ = try await visit.perform(SetVisibility(isPublic: isPublic))
            let visitor = try await visit.look { _ in }.visitor
            let words = Localizer(visit.language(of: visitor))
            return visit.lead(
                to: Address.visibility(visitor.network.slug),
                notice: words(isPublic ? NetworksText.noticePublic : NetworksText.noticePrivate)
            )
        } again: { refusal in
            try await page(visit, refusal: refusal)
        }
    }

    private func page(_ visit: Visit, refusal: (any Refusal)?) async throws -> Response {
        let (visitor, _) = try await visit.look { snapshot in
            guard snapshot.visitor.isCoordinator else { throw AccessRefusal.notAllowed }
        }
        let frame = visit.frame(visitor)
        let entered = refusal.map {
            visit.entered($0, frame.words.language, at: [SetVisibility.Fields.isPublic.name])
        }
        return visit.show(
            FormPage.visibility(
                frame: frame,
                network: visitor.network.slug,
                isPublic: visitor.network.isPublic,
                tokens: visit.tokens(),
                entered: entered ?? .nothing
            ),
            refusal == nil ? .ok : .unprocessableContent
        )
    }
}
