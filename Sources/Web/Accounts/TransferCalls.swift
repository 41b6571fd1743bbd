internal import Ledger
internal import Timebank

/// Gifts, payments, donations and grants, and taking them back.
struct TransferCalls: Calls {
    var endpoints: [Endpoint] { [give, reverse, grant] }

    private var give: Endpoint {
        Endpoint(
            .post,
            Routes.transfers,
            About(
                "give",
                .credits,
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
                answer: .made,
                .named("Transfer")
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
                .credits,
                "Take a transfer back, once",
                "By a coordinator. Where the minutes have moved on it is refused.",
                body: Body(Property(Transfer.Fields.reason)),
                key: .required,
                answer: .made,
                .named("Transfer")
            )
        ) { call in
            let reason = try call.fields.value(Transfer.Fields.reason)
            let answer = try await call.perform(
                Reverse(transfer: try call.id("transfer"), reason: reason)
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
                .credits,
                "Grant minutes from the pot",
                "By a coordinator, to a member or to an organisation's account.",
                body: Body(
                    Property(GrantFromPot.Fields.to),
                    Property(GrantFromPot.Fields.minutes),
                    .maybe(GrantFromPot.Fields.memo)
                ),
                key: .required,
                answer: .made,
                .named("Transfer")
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

    /// A new transfer with the words it was sent with, which a repeat was sent with too.
    static func reply(_ answer: Answer<Transfer>, memo: String) -> Reply {
        Reply(
            .made,
            ShownTransfer(answer.outcome, memo: memo.written.trimmed),
            isRepeat: answer.isRepeat
        )
    }
}
