internal import Ledger
internal import Timebank

/// Who is a declared relative of whom.
struct RelativeCalls: Calls {
    var endpoints: [Endpoint] { [list, declare, undo] }

    private var list: Endpoint {
        Endpoint(
            .get,
            Routes.relatives,
            About(
                "listRelatives",
                .members,
                "List who was declared a member's relative",
                "To the member, who acts for them, and a coordinator.",
                answer: .done,
                .named("RelativeList")
            )
        ) { call in
            let found = try await call.ask(RelativesQuery(member: .id(try call.id("member"))))
            return Reply(Stretch(items: found, next: nil))
        }
    }

    private var declare: Endpoint {
        Endpoint(
            .post,
            Routes.relatives,
            About(
                "declareRelatives",
                .members,
                "Note that two members are relatives",
                "They do not confirm or reverse for each other. Done twice it is done once.",
                body: Body(Property(DeclareRelatives.Fields.other)),
                answer: .nothing
            )
        ) { call in
            _ = try await call.perform(
                DeclareRelatives(
                    member: .id(try call.id("member")),
                    other: try call.fields.value(DeclareRelatives.Fields.other)
                )
            )
            return .none
        }
    }

    private var undo: Endpoint {
        Endpoint(
            .delete,
            Routes.relative,
            About(
                "undoRelatives",
                .members,
                "Take back that two members are relatives",
                "By a coordinator who is neither of them.",
                answer: .nothing
            )
        ) { call in
            _ = try await call.perform(
                UndoRelatives(
                    member: .id(try call.id("member")),
                    other: .id(try call.id("other"))
                )
            )
            return .none
        }
    }
}
