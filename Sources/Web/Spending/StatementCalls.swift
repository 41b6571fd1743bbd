internal import Ledger
internal import Timebank

/// The API endpoint for an organisation's statement of a month.
struct StatementCalls: Calls {
    var endpoints: [Endpoint] { [statement] }

    private var statement: Endpoint {
        Endpoint(
            .get,
            Routes.monthStatement,
            About(
                "getStatement",
                "See an organisation's takings in one month, day by day",
                "To its workers and leads, and a coordinator. What was undone stands on the day on "
                    + "which it was undone: opening + accepted - undone - retired - recycled + "
                    + "other = closing.",
                isOfMonth: true,
                answer: .done
            )
        ) { call, organisation in
            Reply(
                try await call.ask(
                    MonthStatementQuery(organisation: organisation, month: try call.month())
                )
            )
        }
    }
}
