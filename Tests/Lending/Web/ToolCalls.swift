internal import Ledger
internal import Timebank

@testable internal import Web

/// The API endpoints for tools.
struct ToolCalls: Calls {
    var endpoints: [Endpoint] { [list, offer, lend] }

    private var list: Endpoint {
        Endpoint(
            .get,
            Routes.tools,
            About(
                "listTools",
                "List what there is to borrow, newest first",
                isList: true,
                answer: .done
            )
        ) { call in Reply(try await call.ask(ToolsQuery(span: try call.span()))) }
    }

    private var offer: Endpoint {
        Endpoint(
            .post,
            Routes.tools,
            About(
                "offerTool",
                "Offer something to borrow",
                "By the member whose it is, or a coordinator.",
                body: Body(Property(Tool.Fields.owner), Property(Tool.Fields.name)),
                key: .optional,
                answer: .made
            )
        ) { call in
            let answer = try await call.perform(
                OfferTool(
                    owner: try call.fields.value(Tool.Fields.owner),
                    name: try call.fields.value(Tool.Fields.name)
                )
            )
            return Reply(answer.outcome, isRepeat: answer.isRepeat)
        }
    }

    private var lend: Endpoint {
        Endpoint(
            .post,
            Routes.loan,
            About(
                "lendTool",
                "Lend something that somebody offered",
                "By the member whose it is, or a coordinator.",
                body: Body(Property(Tool.Fields.borrower), .maybe(Tool.Fields.message)),
                key: .optional,
                answer: .done
            )
        ) { call, tool in
            let answer = try await call.perform(
                LendTool(
                    tool: tool,
                    borrower: try call.fields.value(Tool.Fields.borrower),
                    message: try call.fields.ifAny(Tool.Fields.message) ?? ""
                )
            )
            return Reply(answer.outcome, isRepeat: answer.isRepeat)
        }
    }
}
