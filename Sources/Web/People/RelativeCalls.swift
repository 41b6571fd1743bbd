internal import Ledger
internal import Timebank

/// The API endpoints for declared relatives.
struct RelativeCalls: Calls {
    var endpoints: [Endpoint] { [list, declare, undo] }

    private var list: Endpoint {
        Endpoint(
            .get,
            Routes.relatives,
            About(
                "listRelatives",
                "List who was declared a member's relative",
                "To the member, who acts for them, and a coordinator.",
                answer: .done
            )
        ) { call, member in
            let found = try await call.ask(RelativesQuery(member: .id(member)))
            return Reply(ResultPage(items: found, next: nil))
        }
    }

    private var declare: Endpoint {
        Endpoint(
            .post,
            Routes.relatives,
            About(
                "declareRelatives",
                "Note that two members are relatives",
                "They do not confirm or reverse for each other. Done twice it is done once.",
                body: Body(Property(DeclareRelatives.Fields.other))
            )
        ) { call, member in
            _ = try await call.perform(
                DeclareRelatives(
                    member: .id(member),
                    other: try call.fields.value(DeclareRelatives.Fields.other)
                )
            )
            return Reply.nothing
        }
    }

    private var undo: Endpoint {
        Endpoint(
            .delete,
            Routes.relative,
            About(
                "undoRelatives",
                "Take back that two members are relatives",
                "By a coordinator who is neither of them."
            )
        ) { call, member, other in
            _ = try await call.perform(
                UndoRelatives(
                    member: .id(member),
                    other: .id(other)
                )
            )
            return Reply.nothing
        }
    }
}
