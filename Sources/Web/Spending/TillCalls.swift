internal import Ledger
internal import Timebank

/// The API endpoints of the till: looking up a card, accepting credits, and undoing that.
struct TillCalls: Calls {
    var endpoints: [Endpoint] { [look, accept, undo] }

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
                    Property(LookUpCard.Fields.card),
                    .maybe(LookUpCard.Fields.offer),
                    .maybe(LookUpCard.Fields.adults),
                    .maybe(LookUpCard.Fields.children)
                ),
                answer: .done
            )
        ) { call, organisation in
            let fields = call.fields
            let answer = try await call.perform(
                LookUpCard(
                    organisation: organisation,
                    card: try fields.value(LookUpCard.Fields.card),
                    offer: try fields.ifAny(LookUpCard.Fields.offer),
                    adults: try fields.countIfAny(LookUpCard.Fields.adults),
                    children: try fields.countIfAny(LookUpCard.Fields.children)
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
                    Property(Redemption.Fields.offer),
                    Property(Redemption.Fields.card),
                    Property(Redemption.Fields.adults),
                    Property(Redemption.Fields.children),
                    .maybe(Redemption.Fields.guardian)
                ),
                key: .required,
                answer: .made
            )
        ) { call in
            let answer = try await call.perform(
                Redeem(
                    offer: try call.fields.value(Redemption.Fields.offer),
                    card: try call.fields.value(Redemption.Fields.card),
                    adults: try call.fields.count(Redemption.Fields.adults),
                    children: try call.fields.count(Redemption.Fields.children),
                    guardian: try call.fields.ifAny(Redemption.Fields.guardian)
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
