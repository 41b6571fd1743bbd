internal import Ledger
internal import Timebank

/// What there is to enjoy.
struct OfferCalls: Calls {
    var endpoints: [Endpoint] { [list, add, open] }

    private var list: Endpoint {
        Endpoint(
            .get,
            Routes.offers,
            About(
                "listOffers",
                .spending,
                "List what there is to enjoy, newest first",
                isList: true,
                answer: .done,
                .named("OfferList")
            )
        ) { call in Reply(try await call.ask(OffersQuery(span: try call.span()))) }
    }

    private var add: Endpoint {
        Endpoint(
            .post,
            Routes.offers,
            About(
                "addOffer",
                .spending,
                "Put up something to enjoy",
                "By who leads the organisation, or a coordinator.",
                body: Body(
                    Property("organisation", .id),
                    Property("title", .text(1...120), example: "Film, any screen"),
                    .maybe("details", .text(0...2_000)),
                    Property("adult", .number(0...100_000), "Minutes for an adult.", example: 60),
                    .maybe(
                        "child",
                        .number(0...100_000),
                        "Minutes for a child; left out where children do not come.",
                        example: 30
                    )
                ),
                key: .optional,
                answer: .made,
                .named("Offer")
            )
        ) { call in
            let answer = try await call.perform(
                AddOffer(
                    organisation: try call.fields.value("organisation"),
                    title: try call.fields.text("title"),
                    details: try call.fields.textIfAny("details") ?? "",
                    adult: try call.fields.minutes("adult"),
                    child: try call.fields.minutesIfAny("child")
                )
            )
            return Reply(.made, answer.outcome, isRepeat: answer.isRepeat)
        }
    }

    private var open: Endpoint {
        Endpoint(
            .patch,
            Routes.offer,
            About(
                "openOffer",
                .spending,
                "Take something to enjoy off the list, or put it back",
                "By who leads the organisation, or a coordinator. A price is never changed: take "
                    + "the old offer off and put up another.",
                body: Body(Property("open", .flag, "Whether it is on the list.", example: false)),
                answer: .done,
                .named("Offer")
            )
        ) { call in try await call.open(Offer.self) }
    }
}
