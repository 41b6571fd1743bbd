extension Redemption {
    /// The input fields of a redemption.
    package enum Fields {
        package static let offer = Field<Offer.ID>.id(
            FieldName("offer", SpendingText.fieldOffer),
            "What it is for.",
            question: SpendingText.tillOffers
        )
        /// Any text is accepted; one that is neither a card nor a number is an unknown card.
        package static let card = Field<String>(
            FieldName("card", PeopleText.fieldCard),
            .line(1...CardText.lengthMax),
            "A membership number, the code on a card, or the address in its QR code.",
            example: "1001-T",
            hint: SpendingText.tillCardHint
        )
        package static let adults = Field<Int64>.number(
            FieldName("adults", SpendingText.fieldAdults),
            Offer.party,
            "How many adults come.",
            question: SpendingText.adults
        )
        package static let children = Field<Int64>.number(
            FieldName("children", SpendingText.fieldChildren),
            Offer.party,
            "How many children come.",
            example: "2",
            question: SpendingText.children
        )
        /// Any text is accepted; it is looked for only among the member's guardians.
        package static let guardian = Field<String>(
            FieldName("guardian", PeopleText.fieldGuardian),
            .line(1...CardText.lengthMax),
            "Who stands at the till for the member: the card's code or membership number of a "
                + "guardian, or their id of `lookUpCard`. Left out where the member is there.",
            question: SpendingText.tillWho
        )
    }
}

extension LookUpCard {
    /// The input fields of a look-up.
    package enum Fields {
        /// The card or the number.
        package static let card = Redemption.Fields.card
        /// The chosen offer.
        package static let offer = Redemption.Fields.offer.asking(
            nil,
            "What was chosen; needs `adults` or `children`."
        )
        /// The number of adults.
        package static let adults = Redemption.Fields.adults.asking(nil, "None if left out.")
        /// The number of children.
        package static let children = Redemption.Fields.children.asking(nil, "None if left out.")
    }
}
