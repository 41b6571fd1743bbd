internal import Ledger
internal import Timebank

/// What there is to do.
struct OpportunityCalls: Calls {
    var endpoints: [Endpoint] { [list, add, open] }

    private var list: Endpoint {
        Endpoint(
            .get,
            Routes.opportunities,
            About(
                "listOpportunities",
                "List what there is to do, newest first",
                isList: true,
                answer: .done
            )
        ) { call in Reply(try await call.ask(OpportunitiesQuery(span: try call.span()))) }
    }

    private var add: Endpoint {
        Endpoint(
            .post,
            Routes.opportunities,
            About(
                "addOpportunity",
                "Put up something to do",
                "By who leads the organisation, or a coordinator.",
                body: Body(
                    Property("organisation", .id),
                    Property("title", .text(1...120), example: "Reading with Year 2"),
                    .maybe("details", .text(0...2_000)),
                    .maybe("place", .text(0...200), example: "Orchard Lane School"),
                    .maybe(
                        "minutes",
                        .minutes(upTo: 1_440),
                        "How long it usually takes.",
                        example: 60
                    )
                ),
                key: .optional,
                answer: .made
            )
        ) { call in
            let answer = try await call.perform(
                AddOpportunity(
                    organisation: try call.fields.value("organisation"),
                    title: try call.fields.text("title"),
                    details: try call.fields.textIfAny("details") ?? "",
                    place: try call.fields.textIfAny("place") ?? "",
                    minutes: try call.fields.minutesIfAny("minutes") ?? Minutes(60)
                )
            )
            return Reply(answer.outcome, isRepeat: answer.isRepeat)
        }
    }

    private var open: Endpoint {
        Endpoint(
            .patch,
            Routes.opportunity,
            About(
                "openOpportunity",
                "Take something to do off the list, or put it back",
                "By who leads the organisation, or a coordinator. What was claimed before can "
                    + "still be confirmed.",
                body: Body(Property("open", .flag, "Whether it is on the list.", example: false)),
                answer: .done
            )
        ) { call, opportunity in try await call.open(opportunity) }
    }
}
