extension SigningInText {
    package static let polish: KeyValuePairs<Self, Phrase> = [
        .fieldLogin: "Numer członkowski lub e-mail",
        .fieldPassword: "Hasło",
        .fieldOldPassword: "Obecne hasło",
        .fieldNewPassword: "Nowe hasło",
        .fieldCode: "Kod",
        .signInLoginHint: "Numer jest na Twojej karcie.",
        .setUpLink: "Mam kod od koordynatora",
        .setUpTitle: "Wybierz hasło",
        .setUpLead: "Koordynator dał Ci kod. Działa tylko raz.",
        .setUpCodeHint: "Wielkie lub małe litery, z łącznikami lub bez",
        .setUpPasswordHint: """
        Co najmniej 10 znaków. Dobrze sprawdza się kilka słów, których nikt inny by nie \
        zestawił.
        """,
        .setUpButton: "Zapisz to hasło",
        .setUpHaveSignIn: "Mam już hasło",
        .joinTitle: "Dołącz z kodem",
        .joinLead: """
        Jesteś w serwisie jako {name}. Z kodem bierzesz udział także tutaj, z hasłem, które \
        już masz. Jeśli to nie Ty, najpierw się wyloguj.
        """,
        .joinButton: "Dołącz",
        .passwordTitle: "Zmień hasło",
        .passwordLead: """
        Na innych telefonach i komputerach trzeba będzie zalogować się ponownie.
        """,
        .passwordButton: "Zapisz nowe hasło",
        .passwordWrong: "To nie jest Twoje hasło",
        .passwordWrongHint: """
        Wpisz to, którym się logujesz. Jeśli go nie pamiętasz, koordynator może dać Ci kod do \
        nowego hasła.
        """,
        .codeHeading: "Przekaż kod",
        .codeLead: "Z tym kodem ta osoba sama wybierze hasło. Wcześniejszy kod przestanie działać.",
        .codeButton: "Utwórz kod",
        .codeByOthers:
            "Kod dla tej osoby tworzy ktoś z wyższą rolą: koordynator lub operator.",
        .codeTitle: "Kod dla: {name}",
        .codeShown: "Zapisz go albo wydrukuj tę stronę teraz. Nie pokażemy go ponownie.",
        .codeAddress: "Adres strony",
        .codeUntil: "Działa raz. Ostatni dzień: {day}.",
        .codeBack: "Gotowe",
        .noticeSignedOut: "Wylogowano.",
        .noticePassword: "Nowe hasło jest zapisane. Gdzie indziej trzeba zalogować się ponownie.",
    ]
}
