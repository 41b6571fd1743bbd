internal import Ledger
internal import Timebank

/// The API endpoints for the guardians of a member.
struct GuardianCalls: Calls {
    var endpoints: [Endpoint] { [list, add, remove] }

    private var list: Endpoint {
        Endpoint(
            .get,
            Routes.guardians,
            About(
                "listGuardians",
                "List who acts for a member",
                "To the member, who acts for them, and a coordinator.",
                answer: .done
            )
        ) { call, member in
            let guardians = try await call.ask(GuardiansQuery(ward: .id(member)))
            return Reply(ResultPage(items: guardians, next: nil))
        }
    }

    private var add: Endpoint {
        Endpoint(
            .post,
            Routes.guardians,
            About(
                "addGuardian",
                "Let a member act for another who cannot",
                "By a coordinator, with that one's consent or their carer's. Done twice it is "
                    + "done once.",
                body: Body(Property(AddGuardian.Fields.guardian))
            )
        ) { call, member in
            _ = try await call.perform(
                AddGuardian(
                    ward: .id(member),
                    guardian: try call.fields.value(AddGuardian.Fields.guardian)
                )
            )
            return Reply.nothing
        }
    }

    private var remove: Endpoint {
        Endpoint(
            .delete,
            Routes.guardian,
            About(
                "removeGuardian",
                "End that somebody acts for a member",
                "By the member or a coordinator."
            )
        ) { call, member, guardian in
            _ = try await call.perform(
                RemoveGuardian(
                    ward: .id(member),
                    guardian: guardian
                )
            )
            return Reply.nothing
        }
    }
}
