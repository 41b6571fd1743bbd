extension PeopleRefusal {
    package var polish: RefusalPhrase {
        switch self {
        case .memberLeft:
            RefusalPhrase(
                "Ta osoba jest już poza siecią",
                "Jej konto jest zamknięte. Zapytaj koordynatora."
            )
        case .unknownMember:
            RefusalPhrase(
                "Nie znamy tego numeru",
                "Sprawdź go i wpisz jeszcze raz albo poproś tę osobę o kartę."
            )
        case .nobodyFound:
            RefusalPhrase(
                "Nie ma tu nikogo o takim imieniu ani nazwisku",
                "Wpisz początek imienia lub nazwiska albo numer z karty."
            )
        case .severalMembers:
            RefusalPhrase(
                "Nie wiadomo, o kogo chodzi",
                "Wybierz jedną z tych osób albo wpisz więcej liter nazwiska lub numer z karty."
            )
        case .mistypedNumber:
            RefusalPhrase(
                "Jeden znak tego numeru się nie zgadza",
                "Porównaj go z kartą i wpisz jeszcze raz."
            )
        case .notGuardian:
            RefusalPhrase(
                "Ta osoba nie działa w imieniu właściciela karty",
                "Jeśli właściciel karty jest na miejscu, wybierz jego albo zapytaj koordynatora."
            )
        case .memberAlike(let alike): Self.polish(alike?.likeness)
        }
    }

    private static func polish(_ likeness: PossibleDuplicate.Likeness?) -> RefusalPhrase {
        switch likeness {
        case nil:
            RefusalPhrase(
                "Może już należy",
                """
                Ktoś tutaj ma już ten adres e-mail albo to samo imię, nazwisko i telefon. Zapytaj tę \
                osobę lub koordynatora, czy już należy.
                """
            )
        case .nameAndPhone:
            RefusalPhrase(
                "Może już należy",
                """
                Tak samo nazywa się i ten sam telefon ma {name}, numer {number}. Sprawdź najpierw, czy \
                to ta sama osoba.
                """,
                otherwise: "Ktoś ma już to imię, nazwisko i telefon. Sprawdź, kto to jest."
            )
        case .email:
            RefusalPhrase(
                "Może już należy",
                """
                Ten adres e-mail ma już {name}, numer {number}. Sprawdź najpierw, czy to ta sama osoba.
                """,
                otherwise: "Ktoś ma już ten adres e-mail. Sprawdź, czy to ta sama osoba."
            )
        }
    }
}
