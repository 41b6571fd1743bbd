internal import Ledger
internal import Timebank

/// Who acts for a member.
struct GuardianCalls: Calls {
    var endpoints: [Endpoint] { [list, add, remove] }

    private var list: Endpoint {
        Endpoint(
            .get,
            Routes.guardians,
            About(
                "listGuardians",
                .members,
                "List who acts for a member",
                "To the member, who acts for them, and a coordinator.",
                answer: .done,
                .named("GuardianList")
            )
        ) { call in
            let guardians = try await call.ask(GuardiansQuery(ward: .id(try call.id("member"))))
            return Reply(Stretch(items: guardians, next: nil))
        }
    }

    private var add: Endpoint {
        Endpoint(
            .post,
            Routes.guardians,
            About(
                "addGuardian",
                .members,
                "Let a member act for another who cannot",
                "By a coordinator, with that one's consent or their carer's. Done twice it is "
                    + "done once.",
                body: Body(Property(AddGuardian.Fields.guardian)),
                answer: .nothing
            )
        ) { call in
            _ = try await call.perform(
                AddGuardian(
                    ward: .id(try call.id("member")),
                    guardian: try call.fields.value(AddGuardian.Fields.guardian)
                )
            )
            return .none
        }
    }

    private var remove: Endpoint {
        Endpoint(
            .delete,
            Routes.guardian,
            About(
                "removeGuardian",
                .members,
                "End that somebody acts for a member",
                "By the member or a coordinator.",
                answer: .nothing
            )
        ) { call in
            _ = try await call.perform(
                RemoveGuardian(
                    ward: .id(try call.id("member")),
                    guardian: try call.id("guardian")
                )
            )
            return .none
        }
    }
}
