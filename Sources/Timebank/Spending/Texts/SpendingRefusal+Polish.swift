extension SpendingRefusal {
    package var polish: RefusalPhrase {
        switch self {
        case .unknownCard:
            RefusalPhrase(
                "Nie znamy tej karty",
                "Sprawdź ją i spróbuj ponownie albo wpisz numer członkowski."
            )
        case .cardOfAnotherNetwork:
            RefusalPhrase(
                "Ta karta należy do innej sieci",
                "Kredytów jednej sieci nie można użyć w innej. Poproś o kartę tej sieci."
            )
        case .tooManyCards:
            RefusalPhrase(
                "Sprawdzono tu zbyt wiele kart",
                """
                Zeskanuj kartę albo odczekaj {minutes} i wpisz numer jeszcze raz. Nic się nie \
                zmieniło.
                """,
                otherwise: "Zeskanuj kartę albo odczekaj chwilę i wpisz numer jeszcze raz."
            )
        case .offerClosed:
            RefusalPhrase(
                "Ta oferta jest niedostępna",
                "Wybierz inną."
            )
        case .notSpending:
            RefusalPhrase(
                "Tu nie przyjmuje się kredytów",
                "W tej organizacji nie można z nich skorzystać. Zapytaj koordynatora."
            )
        case .doesNotFit:
            RefusalPhrase(
                "To za mało",
                """
                Wystarczy na: dorośli {adults}, dzieci {children}. Wybierz mniej osób albo \
                poproś kogoś, żeby się podzielił.
                """,
                otherwise:
                    "To więcej, niż jest. Wybierz mniej albo poproś kogoś, żeby się podzielił."
            )
        case .undoTooLate:
            RefusalPhrase(
                "Minęło dziesięć minut",
                "Poproś koordynatora o cofnięcie."
            )
        case .priceOfClosed:
            RefusalPhrase(
                "Tego nie ma teraz na liście",
                "Najpierw przywróć to na listę, a potem zmień cenę."
            )
        case .leftTooLate:
            RefusalPhrase(
                "Można to pokazać tylko tuż po przyjęciu kredytów",
                "Najpierw przyjmij kredyty z tej karty. Można to pokazać przez dziesięć minut."
            )
        }
    }
}
