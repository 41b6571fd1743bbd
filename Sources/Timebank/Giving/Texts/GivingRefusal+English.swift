extension GivingRefusal {
    package var english: RefusalPhrase {
        switch self {
        case .giftLimit:
            RefusalPhrase(
                "That is more than may be given away",
                "You can still give {left}. Choose less, or ask your coordinator.",
                otherwise: "Members can give only so much. Choose less, or ask your coordinator."
            )
        }
    }
}
