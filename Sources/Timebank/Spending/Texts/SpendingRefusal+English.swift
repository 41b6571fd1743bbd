extension SpendingRefusal {
    package var english: RefusalPhrase {
        switch self {
        case .unknownCard:
            RefusalPhrase(
                "We do not know this card",
                "Check it and try again, or type the membership number."
            )
        case .cardOfAnotherNetwork:
            RefusalPhrase(
                "This card belongs to another network",
                "Credits of one network cannot be used in another. Ask for the card of this one."
            )
        case .tooManyCards:
            RefusalPhrase(
                "Too many cards were looked up here",
                "Scan the card, or wait {minutes} and type the number again. Nothing was changed.",
                otherwise: "Scan the card, or wait a while and type the number again."
            )
        case .offerClosed:
            RefusalPhrase(
                "This offer is not open",
                "Choose another one."
            )
        case .notSpending:
            RefusalPhrase(
                "Credits are not accepted here",
                "This organisation has nothing to enjoy with credits. Ask your coordinator."
            )
        case .doesNotFit:
            RefusalPhrase(
                "There is not enough",
                """
                It would be enough for: adults {adults}, children {children}. Choose fewer, or ask \
                someone to share.
                """,
                otherwise: "That is more than there is. Choose less, or ask someone to share."
            )
        case .undoTooLate:
            RefusalPhrase(
                "Ten minutes have passed",
                "Ask your coordinator to reverse it."
            )
        case .priceOfClosed:
            RefusalPhrase(
                "This is off the list",
                "Put it back first, and then change its price."
            )
        case .leftTooLate:
            RefusalPhrase(
                "This can be shown only just after credits were accepted",
                "Accept credits from the card first. It is shown for ten minutes."
            )
        }
    }
}
