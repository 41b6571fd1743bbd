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
        .tillReady: "Ready for a card",
        .tillCard: "Card",
        .tillCardHint: "Scan the card, or type what is printed on it.",
        .tillFind: "Find",
        .tillCamera: "Camera",
        .tillCameraStop: "Stop the camera",
        .tillWho: "Who is here?",
        .tillWhoHint: "Acting for {name}",
        .tillOffers: "What is it for?",
        .tillChange: "Change",
        .tillEnough: "Enough for this",
        .tillEnoughOf: "{number}, enough for this",
        .tillShort: "Not enough for this",
        .tillShortOf: "{number}, not enough for this",
        .tillReadFirst: "Read a card first",
        .tillChooseFirst: "Choose what it is for",
        .tillChildren: "Under 16",
        .tillPeopleFirst: "Say how many come",
        .tillAccept: "Accept",
        .tillAcceptSum: "Accept {sum}",
        .tillNeeds: "That needs {sum}: more than there is",
        .tillWouldFit: "{people}: {sum}",
        .tillShare: "Or let another card share it.",
        .tillUnknown: "Whether it is enough is said when you accept.",
        .tillMany: "{people}: {sum} in all. Is that right?",
        .tillSure: "Yes, accept {sum}",
        .tillUndo: "You can undo this for ten minutes.",
        .tillLately: "Just now at this till",
        .tillUndoOf: "Undo {name}",
        .tillLeft: "Show what is left",
        .tillLeftSays: "{minutes} left",
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
        .acceptedSays: "{minutes} accepted",
        .acceptedFor: "Spent for {name}, by {guardian}",
        .undoButton: "Undo",
        .undoneBack: "{minutes} are back on the card.",
        .priceEach: "{minutes} each",
        .priceBoth: "adult {adult}, child {child}",
        .priceChildFree: "adult {adult}, children free",
        .offersTitle: "Things to enjoy",
        .offersLead: "Show your card at the till, and pay with your hours.",
        .offersEmpty: "Nothing is listed yet. Ask your coordinator, and meanwhile keep your hours.",
        .offerClosed: "Not just now",
        .addOfferTitle: "Add something to enjoy",
        .addOfferButton: "Add it",
        .enjoyAbout: """
        What hours of help can be exchanged for in {network}, and how many it takes.
        """,
        .enjoyNowCommunity: "Enough for you, in the community",
        .enjoyNowPartners: "Enough for you, at other partners",
        .enjoyMore: "A little more",
        .enjoyMoreHint: "Help out once or twice, and it is enough.",
        .enjoyCommunity: "In the community",
        .enjoyPartners: "At cinemas, pools and other partners",
        .enjoyHow: "How to use it",
        .enjoyHowLine: "Show your card at the till.",
        .siftKind: "Kind",
        .siftCommunity: "Community",
        .siftCorporate: "Businesses",
        .siftPrice: "Price",
        .siftEnough: "Enough for me",
        .siftFamilies: "Children pay less",
        .offerPrice: "Price",
        .offerAbout: "{title} at {organisation}, {price}. Paid with hours of help.",
        .offerAsk: "Whom to ask",
        .offerEdit: "Change this",
        .offerEditButton: "Keep these changes",
        .offerEditLead: """
        With a new price it goes on the list anew. What was paid stays as it is.
        """,
        .offerOff: "This is not on the list just now. See what else there is to enjoy.",
        .offerChanged: "Changed: {name}.",
        .offerReplaced: "{name} has its new price now. The old one is off the list.",
        .haveEnough: "You have {left}: enough for you.",
        .haveChildren: .counted(
            by: "count",
            [
                .one: "You have {left}: enough for you and {count} child.",
                .other: "You have {left}: enough for you and {count} children.",
            ]
        ),
        .haveAdults: .counted(
            by: "count",
            [
                .one: "You have {left}: enough for {count} adult.",
                .other: "You have {left}: enough for {count} adults.",
            ]
        ),
        .haveTooLittle: "You have {left}. With {missing} more it is enough.",
        .outingParty: "for {people}",
        .outingOr: "or",
        .outingAdults: .counted(
            by: "count",
            [
                .one: "{count} adult",
                .other: "{count} adults",
            ]
        ),
        .outingChildren: .counted(
            by: "count",
            [
                .one: "{count} child",
                .other: "{count} children",
            ]
        ),
        .outingBoth: "{adults} and {children}",
    ]
}
