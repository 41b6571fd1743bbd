internal import Ledger
internal import Timebank

/// The API endpoints for the staff of an organisation.
struct StaffCalls: Calls {
    var endpoints: [Endpoint] { [list, appoint, dismiss] }

    private var list: Endpoint {
        Endpoint(
            .get,
            Routes.staff,
            About(
                "listStaff",
                "List who has which role at an organisation, longest first",
                "To its staff and a coordinator.",
                answer: .done
            )
        ) { call, organisation in
            let staff = try await call.ask(StaffQuery(organisation: organisation))
            return Reply(ResultPage(items: staff, next: nil))
        }
    }

    private var appoint: Endpoint {
        Endpoint(
            .post,
            Routes.staff,
            About(
                "appointStaff",
                "Give a member a role at an organisation",
                "In place of one they may have there. A lead appoints workers and tills; who "
                    + "leads is the coordinator's to say.",
                body: Body(
                    Property(AppointStaff.Fields.member),
                    Property(AppointStaff.Fields.role)
                ),
                key: .optional,
                answer: .made
            )
        ) { call, organisation in
            let answer = try await call.perform(
                AppointStaff(
                    organisation: organisation,
                    member: try call.fields.value(AppointStaff.Fields.member),
                    role: try call.fields.word(AppointStaff.Fields.role)
                )
            )
            return Reply(answer.outcome, isRepeat: answer.isRepeat)
        }
    }

    private var dismiss: Endpoint {
        Endpoint(
            .delete,
            Routes.staffMember,
            About(
                "dismissStaff",
                "Take somebody's role at an organisation away",
                "By who appoints to it; anybody may lay down their own."
            )
        ) { call, organisation, person in
            _ = try await call.perform(
                DismissStaff(
                    organisation: organisation,
                    person: person
                )
            )
            return Reply.nothing
        }
    }
}
