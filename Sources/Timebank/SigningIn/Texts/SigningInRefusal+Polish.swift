extension SigningInRefusal {
    package var polish: RefusalPhrase {
        switch self {
        case .wrongSignIn:
            RefusalPhrase(
                "Coś się nie zgadza",
                "Sprawdź numer lub e-mail oraz hasło i spróbuj ponownie. Koordynator może dać Ci kod."
            )
        case .lockedOut:
            RefusalPhrase(
                "Zbyt wiele prób",
                "Odczekaj {minutes} i spróbuj ponownie albo poproś koordynatora o kod.",
                otherwise: "Odczekaj chwilę i spróbuj ponownie albo poproś koordynatora o kod."
            )
        case .codeInvalid:
            RefusalPhrase(
                "Ten kod nie działa",
                """
                Może być błędnie wpisany, już użyty albo za stary. Sprawdź go albo poproś \
                koordynatora o nowy.
                """
            )
        case .weakPassword:
            RefusalPhrase(
                "Wybierz dłuższe hasło",
                """
                Użyj co najmniej {length} znaków. Dobrze sprawdza się kilka słów, których nikt \
                inny by nie zestawił.
                """,
                otherwise: """
                    Użyj więcej znaków. Dobrze sprawdza się kilka słów, których nikt inny by nie \
                    zestawił.
                    """
            )
        case .loginTaken:
            RefusalPhrase(
                "Nie można użyć tego adresu",
                """
                Jeśli to Twój adres, najpierw zaloguj się nim, a potem wpisz kod. Jeśli nie, użyj \
                numeru członkowskiego.
                """
            )
        }
    }
}
