internal import Ledger
internal import Timebank

/// The API endpoints for the offices of a network: its coordinators and funders.
struct OfficeCalls: Calls {
    var endpoints: [Endpoint] { [list, appoint, dismiss] }

    private var list: Endpoint {
        Endpoint(
            .get,
            Routes.offices,
            About(
                "listOffices",
                "List who coordinates and who funds the network",
                "To a coordinator.",
                answer: .done
            )
        ) { call in Reply(ResultPage(items: try await call.ask(OfficesQuery()), next: nil)) }
    }

    private var appoint: Endpoint {
        Endpoint(
            .post,
            Routes.offices,
            About(
                "appoint",
                "Make a member coordinator or funder",
                "By a coordinator. Done twice it is done once.",
                body: Body(Property(Appoint.Fields.member), Property(Appoint.Fields.office)),
                answer: .made
            )
        ) { call in
            let answer = try await call.perform(
                Appoint(
                    member: try call.fields.value(Appoint.Fields.member),
                    office: try call.fields.word(Appoint.Fields.office)
                )
            )
            return Reply(answer.outcome)
        }
    }

    private var dismiss: Endpoint {
        Endpoint(
            .delete,
            Routes.officeHolder,
            About(
                "dismiss",
                "Take an office away",
                "By a coordinator; a coordinator's own only by themselves or an operator."
            )
        ) { call, office, person in
            _ = try await call.perform(
                Dismiss(person: person, office: office)
            )
            return Reply.nothing
        }
    }
}
