extension SpendingText {
    package static let english: KeyValuePairs<Self, Phrase> = [
        .fieldOffer: "Offer",
        .fieldOfferName: "What there is to enjoy",
        .fieldOfferNameHint: "A few words, such as Film, any screen",
        .fieldAdultPrice: "For an adult",
        .fieldChildPrice: "For a child",
        .fieldChildPriceHint: """
        Leave empty if a child costs the same. Write 0 if children are free.
        """,
        .fieldAdults: "Adults",
        .fieldChildren: "Children",
        .tillTitle: "Till",
        .tillCardHint: "Scan the card, or type what is printed on it.",
        .tillNext: "Next",
        .tillHolder: "Card: {name}",
        .tillWho: "Who is here?",
        .tillWhoHint: "Acting for {name}",
        .tillOffers: "What is it for?",
        .tillAccept: "Accept",
        .tillAcceptSum: "Accept {sum}",
        .tillUndo: "You can undo this for ten minutes.",
        .tillOther: "Another card",
        .tillNextCard: "Next card",
        .adults: "Adults",
        .children: "Children under 16",
        .adultsCount: .counted(
            by: "count",
            [.one: "{count} adult", .other: "{count} adults"]
        ),
        .childrenCount: .counted(
            by: "count",
            [.one: "{count} child", .other: "{count} children"]
        ),
        .stepFewer: "Fewer: {what}",
        .stepMore: "More: {what}",
        .acceptedTitle: "Accepted: {minutes}",
        .acceptedFor: "Spent for {name}, by {guardian}",
        .undoUntil: "You can undo this until {time}.",
        .undoButton: "Undo",
        .undoneTitle: "Undone",
        .undoneBack: "{minutes} are back on the card.",
        .priceEach: "{minutes} each",
        .priceBoth: "adult {adult}, child {child}",
        .priceChildFree: "adult {adult}, children free",
        .offersTitle: "Things to enjoy",
        .offersLead: "Show your card, and pay with your hours.",
        .offersEmpty: "Nothing to enjoy is listed yet.",
        .offerClosed: "Not just now",
        .addOfferTitle: "Add something to enjoy",
        .addOfferButton: "Add it",
    ]
}
