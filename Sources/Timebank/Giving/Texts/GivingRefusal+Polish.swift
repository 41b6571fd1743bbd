extension GivingRefusal {
    package var polish: RefusalPhrase {
        switch self {
        case .giftLimit:
            RefusalPhrase(
                "Tyle nie można przekazać",
                "Możesz jeszcze przekazać {left}. Wybierz mniej albo zapytaj koordynatora.",
                otherwise: "Można przekazać tylko tyle. Wybierz mniej albo zapytaj koordynatora."
            )
        }
    }
}
