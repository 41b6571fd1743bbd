extension AccountsRefusal {
    package var polish: RefusalPhrase {
        switch self {
        case .sameAccount:
            RefusalPhrase(
                "Obie strony są takie same",
                "Wybierz kogoś innego."
            )
        case .wrongWay:
            RefusalPhrase(
                "Godziny nie mogą iść tą drogą",
                "Wybierz inne konto. Prezent idzie od członka do członka albo do wspólnej puli."
            )
        case .notEnoughCredits:
            RefusalPhrase(
                "To za mało",
                """
                Potrzeba {needed}, a jest {left}. Wybierz mniej albo poproś kogoś, żeby się \
                podzielił.
                """,
                otherwise:
                    "To więcej, niż jest. Wybierz mniej albo poproś kogoś, żeby się podzielił."
            )
        case .allocationUsedUp:
            RefusalPhrase(
                "Przydział nie wystarczy",
                """
                Potrzeba {needed}, a do rozdania jest {left}. Potwierdź mniej albo poproś \
                koordynatora o więcej.
                """,
                otherwise: """
                    Nie ma już tyle do rozdania. Potwierdź mniej albo poproś koordynatora o więcej.
                    """
            )
        case .potEmpty:
            RefusalPhrase(
                "W puli nie ma tyle",
                "Potrzeba {needed}, a w puli jest {left}. Wybierz mniej.",
                otherwise: "W puli nie ma tyle. Wybierz mniej."
            )
        case .overCeiling:
            RefusalPhrase(
                "To więcej, niż mieści konto",
                "Na koncie może być najwyżej {ceiling}. Najpierw część wykorzystaj albo przekaż.",
                otherwise:
                    "Na koncie mieści się tylko tyle. Najpierw część wykorzystaj albo przekaż."
            )
        case .holdExpired:
            RefusalPhrase(
                "Rezerwacja wygasła",
                "Godziny czekały przez pewien czas, a potem wróciły. Zarezerwuj jeszcze raz."
            )
        case .ownTransfer:
            RefusalPhrase(
                "Cofa to ktoś inny",
                "Nikt nie cofa własnego przelewu. Poproś innego koordynatora."
            )
        case .notReversible:
            RefusalPhrase(
                "Tego nie można cofnąć",
                "Cofnięcie zostaje. Jeśli przelew był słuszny, zrób go jeszcze raz."
            )
        case .alreadyReversed:
            RefusalPhrase(
                "To już cofnięto",
                "Nic się nie zmieniło. Przelew cofa się tylko raz."
            )
        case .alreadySpent:
            RefusalPhrase(
                "Część poszła już dalej",
                """
                Do cofnięcia zostało: {left}. Najpierw cofnij późniejszy przelew albo wyrównaj z \
                puli.
                """,
                otherwise: """
                    Nie zostało tyle, żeby to cofnąć. Najpierw cofnij późniejszy przelew albo \
                    wyrównaj z puli.
                    """
            )
        }
    }
}
