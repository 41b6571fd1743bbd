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
                "Give, pay or donate",
                "To a member it is a gift, in a mutual network a payment for help; to the pot a "
                    + "donation.",
                body: Body(
                    Property(
                        "from",
                        .account,
                        "An account id or `member:NUMBER`: your own, or your ward's.",
                        example: "member:1001-T"
                    ),
                    Property(
                        "to",
                        .account,
                        "An account id, `member:NUMBER` or `pot`.",
                        example: "pot"
                    ),
                    Property("minutes", .minutes, example: 60),
                    .maybe("memo", .text(0...280), "A few words.", example: "Thank you")
                ),
                key: .required,
                answer: .made
            )
        ) { call in
            let memo = try call.fields.textIfAny("memo") ?? ""
            let answer = try await call.perform(
                Give(
                    from: try call.fields.value("from"),
                    to: try call.fields.value("to"),
                    minutes: try call.fields.minutes("minutes"),
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
                body: Body(
                    Property("reason", .text(1...500), example: "Given to the wrong neighbour")
                ),
                key: .required,
                answer: .made
            )
        ) { call, transfer in
            let reason = try call.fields.text("reason")
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
                    Property("to", .account, example: "member:1001-T"),
                    Property("minutes", .minutes, example: 120),
                    .maybe("memo", .text(0...280), example: "For the summer outing")
                ),
                key: .required,
                answer: .made
            )
        ) { call in
            let memo = try call.fields.textIfAny("memo") ?? ""
            let answer = try await call.perform(
                GrantFromPot(
                    to: try call.fields.value("to"),
                    minutes: try call.fields.minutes("minutes"),
                    memo: memo
                )
            )
            return Self.reply(answer, memo: memo)
        }
    }

    /// A new transfer with the words it was sent with, which a repeat was sent with too.
    static func reply(_ answer: Answer<Transfer>, memo: String) -> Reply<ShownTransfer> {
        Reply(
            ShownTransfer(answer.outcome, memo: memo.written.trimmed),
            isRepeat: answer.isRepeat
        )
    }
}
