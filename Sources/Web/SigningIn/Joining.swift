internal import Hummingbird
internal import Timebank

/// Coming into a network with the sign-in one has from another, and a code.
///
/// Whoever is known already is only invited: nothing of theirs is opened or changed until they are
/// signed in and type the code themselves.
struct Joining: Journey {
    var routes: [PageRoute] {
        [
            .get(Address.join, form),
            .post(Address.join, join),
        ]
    }

    private func form(_ visit: Visit) async throws -> Response {
        let visitor = try await visit.visitor()
        guard visitor.mayJoin else { return visit.lead(to: setUp(visitor)) }
        return visit.show(page(visit, visitor, .nothing))
    }

    private func join(_ visit: Visit) async throws -> Response {
        let visitor = try await visit.visitor()
        guard visitor.mayJoin else { return visit.lead(to: setUp(visitor)) }
        return try await visit.trying {
            _ = try await visit.perform(JoinWithCode(code: visit.body.value(UseCode.Fields.code)))
            return visit.lead(to: Address.home(visitor.network.slug))
        } again: { refusal in
            let entered = visit.entered(
                refusal,
                visit.language(of: visitor),
                at: [UseCode.Fields.code.name]
            )
            return visit.show(page(visit, visitor, entered), .unprocessableContent)
        }
    }

    private func setUp(_ visitor: Visitor) -> Href {
        Address.setUp(visitor.network.slug)
    }

    private func page(_ visit: Visit, _ visitor: Visitor, _ entered: Entered) -> FormPage {
        .join(
            frame: visit.frame(visitor),
            network: visitor.network.slug,
            name: visitor.person?.name ?? "",
            tokens: visit.tokens(),
            entered: entered
        )
    }
}

extension Visitor {
    /// Whether they are signed in and no member here yet.
    var mayJoin: Bool { person != nil && member == nil }
}
