internal import Hummingbird
internal import Timebank

/// The form with which a person who already has a sign-in joins another network by a code.
///
/// The code alone grants no access to an existing person's data: the person has to sign in and to
/// type the code themselves.
struct JoinJourney: Journey {
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
    /// Whether the viewer is signed in and is not a member of this network.
    var mayJoin: Bool { person != nil && member == nil }
}
