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
                "Say whose card this is and whether it is enough",
                "By staff at a till of an organisation that accepts credits. What somebody has is "
                    + "not said: only whether it is enough for what was chosen, and if not, who "
                    + "of those that were to come could come. It is counted: after many numbers "
                    + "that nobody has, or many people from whom nothing was accepted, it waits.",
                body: Body(
                    Self.card,
                    .maybe("offer", .id, "What was chosen; needs `adults` or `children`."),
                    .maybe("adults", .number(0...100), "None if left out.", example: 1),
                    .maybe("children", .number(0...100), "None if left out.", example: 2)
                ),
                answer: .done
            )
        ) { call, organisation in
            let fields = call.fields
            let answer = try await call.perform(
                LookUpCard(
                    organisation: organisation,
                    card: try fields.text("card"),
                    offer: try fields.valueIfAny("offer"),
                    adults: try fields.numberIfAny("adults").map { Int($0) },
                    children: try fields.numberIfAny("children").map { Int($0) }
                )
            )
            return Reply(answer.outcome)
        }
    }

    private var accept: Endpoint {
        Endpoint(
            .post,
            Routes.redemptions,
            About(
                "acceptCredits",
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
                answer: .made
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
            return Reply(answer.outcome, isRepeat: answer.isRepeat)
        }
    }

    private var undo: Endpoint {
        Endpoint(
            .post,
            Routes.undo,
            About(
                "undoRedemption",
                "Take a redemption back",
                "By the person at the till who took it, within ten minutes.",
                body: Body(),
                key: .required,
                answer: .made
            )
        ) { call, redemption in
            let answer = try await call.perform(
                UndoRedemption(redemption: redemption)
            )
            return TransferCalls.reply(answer, memo: "")
        }
    }
}
