internal import Ledger
internal import Timebank

/// The API endpoints for gifts, payments, donations and grants, and for reversing a transfer.
struct TransferCalls: Calls {
    var endpoints: [Endpoint] { [give, reverse, grant] }

    private var give: Endpoint {
        Endpoint(
            .post,
            Routes.transfers,
            About(
                "give",
                "Give, pay or donate",
                "To a member it is a gift, in a mutual network a payment for help; to the pot a "
                    + "donation.",
                body: Body(
                    Property(Give.Fields.from),
                    Property(Give.Fields.to),
                    Property(Give.Fields.minutes),
                    .maybe(Give.Fields.memo)
                ),
                key: .required,
                answer: .made
            )
        ) { call in
            let memo = try call.fields.ifAny(Give.Fields.memo) ?? ""
            let answer = try await call.perform(
                Give(
                    from: try call.fields.value(Give.Fields.from),
                    to: try call.fields.value(Give.Fields.to),
                    minutes: try call.fields.value(Give.Fields.minutes),
                    memo: memo
                )
            )
            return Self.reply(answer, memo: memo)
        }
    }

    private var reverse: Endpoint {
        Endpoint(
            .post,
            Routes.reversal,
            About(
                "reverseTransfer",
                "Take a transfer back, once",
                "By a coordinator. Where the minutes have moved on it is refused.",
                body: Body(Property(Transfer.Fields.reason)),
                key: .required,
                answer: .made
            )
        ) { call, transfer in
            let reason = try call.fields.value(Transfer.Fields.reason)
            let answer = try await call.perform(
                Reverse(transfer: transfer, reason: reason)
            )
            return Self.reply(answer, memo: reason)
        }
    }

    private var grant: Endpoint {
        Endpoint(
            .post,
            Routes.grants,
            About(
                "grantFromPot",
                "Grant minutes from the pot",
                "By a coordinator, to a member or to an organisation's account.",
                body: Body(
                    Property(GrantFromPot.Fields.to),
                    Property(GrantFromPot.Fields.minutes),
                    .maybe(GrantFromPot.Fields.memo)
                ),
                key: .required,
                answer: .made
            )
        ) { call in
            let memo = try call.fields.ifAny(GrantFromPot.Fields.memo) ?? ""
            let answer = try await call.perform(
                GrantFromPot(
                    to: try call.fields.value(GrantFromPot.Fields.to),
                    minutes: try call.fields.value(GrantFromPot.Fields.minutes),
                    memo: memo
                )
            )
            return Self.reply(answer, memo: memo)
        }
    }

    /// Makes the reply for a new transfer, with the memo from the request body.
    ///
    /// The stored transfer is not read again for its memo: a repeated request carries the same
    /// memo, as its fingerprint has to match.
    static func reply(_ answer: Answer<Transfer>, memo: String) -> Reply<ShownTransfer> {
        Reply(
            ShownTransfer(answer.outcome, memo: memo.written.trimmed),
            isRepeat: answer.isRepeat
        )
    }
}
