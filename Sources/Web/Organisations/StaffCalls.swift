internal import Ledger
internal import Timebank

/// Who works at an organisation.
struct StaffCalls: Calls {
    var endpoints: [Endpoint] { [list, appoint, dismiss] }

    private var list: Endpoint {
        Endpoint(
            .get,
            Routes.staff,
            About(
                "listStaff",
                .organisations,
                "List who has which role at an organisation, longest first",
                "To its staff and a coordinator.",
                answer: .done,
                .named("StaffList")
            )
        ) { call in
            let staff = try await call.ask(StaffQuery(organisation: try call.id("organisation")))
            return Reply(Stretch(items: staff, next: nil))
        }
    }

    private var appoint: Endpoint {
        Endpoint(
            .post,
            Routes.staff,
            About(
                "appointStaff",
                .organisations,
                "Give a member a role at an organisation",
                "In place of one they may have there. A lead appoints workers and tills; who "
                    + "leads is the coordinator's to say.",
                body: Body(
                    Property(AppointStaff.Fields.member),
                    Property(AppointStaff.Fields.role)
                ),
                key: .optional,
                answer: .made,
                .named("Staff")
            )
        ) { call in
            let answer = try await call.perform(
                AppointStaff(
                    organisation: try call.id("organisation"),
                    member: try call.fields.value(AppointStaff.Fields.member),
                    role: try call.fields.word(AppointStaff.Fields.role)
                )
            )
            return Reply(.made, answer.outcome, isRepeat: answer.isRepeat)
        }
    }

    private var dismiss: Endpoint {
        Endpoint(
            .delete,
            Routes.staffMember,
            About(
                "dismissStaff",
                .organisations,
                "Take somebody's role at an organisation away",
                "By who appoints to it; anybody may lay down their own.",
                answer: .nothing
            )
        ) { call in
            _ = try await call.perform(
                DismissStaff(
                    organisation: try call.id("organisation"),
                    person: try call.id("person")
                )
            )
            return .none
        }
    }
}
