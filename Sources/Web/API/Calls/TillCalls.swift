internal import Ledger
internal import Timebank

/// The till: whose card it is, accepting credits, and taking that back.
struct TillCalls: Calls {
    var endpoints: [Endpoint] { [look, accept, undo] }

    private static let card = Property(
        "card",
        .text(1...64),
        "A membership number or the code on a card.",
        example: "1001-T"
    )

    private var look: Endpoint {
        Endpoint(
            .post,
            Routes.cards,
            About(
                "lookUpCard",
                .spending,
                "Say whose card this is and what they can spend",
                "By staff at a till. It is a question, sent as a body so that no address holds a "
                    + "card's code.",
                body: Body(Self.card),
                answer: .done,
                .named("CardHolder")
            )
        ) { call in
            let asked = CardQuery(
                organisation: try call.id("organisation"),
                card: try call.fields.text("card")
            )
            return Reply(.done, try await call.ask(asked))
        }
    }

    private var accept: Endpoint {
        Endpoint(
            .post,
            Routes.redemptions,
            About(
                "acceptCredits",
                .spending,
                "Accept credits for an offer",
                "By staff at the till of the organisation whose offer it is.",
                body: Body(
                    Property("offer", .id),
                    Self.card,
                    Property("adults", .number(0...100), example: 1),
                    Property("children", .number(0...100), example: 2),
                    .maybe(
                        "guardian",
                        .text(1...64),
                        "Who stands at the till for the member: the card's code or membership "
                            + "number of a guardian, or their id of `lookUpCard`. Left out where "
                            + "the member is there."
                    )
                ),
                key: .required,
                answer: .made,
                .named("Receipt")
            )
        ) { call in
            let answer = try await call.perform(
                Redeem(
                    offer: try call.fields.value("offer"),
                    card: try call.fields.text("card"),
                    adults: try call.fields.count("adults"),
                    children: try call.fields.count("children"),
                    guardian: try call.fields.textIfAny("guardian")
                )
            )
            return Reply(.made, answer.outcome, isRepeat: answer.isRepeat)
        }
    }

    private var undo: Endpoint {
        Endpoint(
            .post,
            Routes.undo,
            About(
                "undoRedemption",
                .spending,
                "Take a redemption back",
                "By the person at the till who took it, within ten minutes.",
                body: Body(),
                key: .required,
                answer: .made,
                .named("Transfer")
            )
        ) { call in
            let answer = try await call.perform(
                UndoRedemption(redemption: try call.id("redemption"))
            )
            return TransferCalls.reply(answer, memo: "")
        }
    }
}
