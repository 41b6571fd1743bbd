internal import Ledger
internal import Timebank

/// The API endpoints for balances and statements.
struct AccountCalls: Calls {
    var endpoints: [Endpoint] { [show, statement] }

    private var show: Endpoint {
        Endpoint(
            .get,
            Routes.account,
            About(
                "getAccount",
                "Show what an account holds",
                "Of a wallet: its member, a guardian and a coordinator. Of an organisation's two "
                    + "accounts: its staff. Of the pot: a coordinator.",
                answer: .done
            )
        ) { call, account in
            Reply(try await call.ask(AccountQuery(account: .id(account))))
        }
    }

    private var statement: Endpoint {
        Endpoint(
            .get,
            Routes.statement,
            About(
                "listTransfers",
                "List an account's transfers, newest first",
                isList: true,
                answer: .done
            )
        ) { call, account in
            let asked = StatementQuery(account: .id(account), span: try call.span())
            return Reply(try await call.ask(asked))
        }
    }
}
