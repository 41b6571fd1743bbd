internal import Ledger
internal import Timebank

/// The API endpoints for offers.
struct OfferCalls: Calls {
    var endpoints: [Endpoint] { [list, add, open] }

    private var list: Endpoint {
        Endpoint(
            .get,
            Routes.offers,
            About(
                "listOffers",
                "List what there is to enjoy, newest first",
                isList: true,
                answer: .done
            )
        ) { call in Reply(try await call.ask(OffersQuery(span: try call.span()))) }
    }

    private var add: Endpoint {
        Endpoint(
            .post,
            Routes.offers,
            About(
                "addOffer",
                "Put up something to enjoy",
                "By who leads the organisation, or a coordinator.",
                body: Body(
                    Property(Offer.Fields.organisation),
                    Property(Offer.Fields.title),
                    .maybe(Offer.Fields.details),
                    Property(Offer.Fields.adult),
                    .maybe(Offer.Fields.child)
                ),
                key: .optional,
                answer: .made
            )
        ) { call in
            let answer = try await call.perform(
                AddOffer(
                    organisation: try call.fields.value(Offer.Fields.organisation),
                    title: try call.fields.value(Offer.Fields.title),
                    details: try call.fields.ifAny(Offer.Fields.details) ?? "",
                    adult: try call.fields.value(Offer.Fields.adult),
                    child: try call.fields.ifAny(Offer.Fields.child)
                )
            )
            return Reply(answer.outcome, isRepeat: answer.isRepeat)
        }
    }

    private var open: Endpoint {
        Endpoint(
            .patch,
            Routes.offer,
            About(
                "openOffer",
                "Take something to enjoy off the list, or put it back",
                "By who leads the organisation, or a coordinator. A price is never changed: take "
                    + "the old offer off and put up another.",
                body: Body(Property("open", .flag, "Whether it is on the list.", example: false)),
                answer: .done
            )
        ) { call, offer in try await call.open(offer) }
    }
}
