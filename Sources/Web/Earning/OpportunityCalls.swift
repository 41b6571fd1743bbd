internal import Ledger
internal import Timebank

/// The API endpoints for opportunities.
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
                    Property(Opportunity.Fields.organisation),
                    Property(Opportunity.Fields.title),
                    .maybe(Opportunity.Fields.details),
                    .maybe(Opportunity.Fields.place),
                    .maybe(Opportunity.Fields.minutes)
                ),
                key: .optional,
                answer: .made
            )
        ) { call in
            let answer = try await call.perform(
                AddOpportunity(
                    organisation: try call.fields.value(Opportunity.Fields.organisation),
                    title: try call.fields.value(Opportunity.Fields.title),
                    details: try call.fields.ifAny(Opportunity.Fields.details) ?? "",
                    place: try call.fields.ifAny(Opportunity.Fields.place) ?? "",
                    minutes: try call.fields.ifAny(Opportunity.Fields.minutes)
                        ?? AddOpportunity.usual
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
