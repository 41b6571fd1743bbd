extension EarningRefusal {
    package var polish: RefusalPhrase {
        switch self {
        case .ownHours:
            RefusalPhrase(
                "Potwierdza to ktoś inny",
                """
                Nikt nie potwierdza godzin swoich ani swoich bliskich. Poproś kogoś z zespołu \
                lub koordynatora.
                """
            )
        case .opportunityClosed:
            RefusalPhrase(
                "To już zakończone",
                "Wybierz coś innego."
            )
        case .alreadyConfirmed:
            RefusalPhrase(
                "Te godziny są już potwierdzone",
                "Nic się nie zmieniło. Jeśli są błędne, poproś koordynatora o cofnięcie."
            )
        case .alreadyRefused:
            RefusalPhrase(
                "Te godziny już odrzucono",
                "Nic się nie zmieniło. Można je zgłosić ponownie."
            )
        case .moreThanADay:
            RefusalPhrase(
                "Doba ma 24 godziny",
                """
                Razem z tymi ta osoba miałaby tego dnia {day}. Zmień czas albo napisz, dlaczego mimo \
                to się zgadza.
                """,
                otherwise: """
                    Razem z tymi ta osoba miałaby tego dnia więcej niż 24 godziny. Zmień czas albo \
                    napisz, dlaczego mimo to się zgadza.
                    """
            )
        }
    }
}
