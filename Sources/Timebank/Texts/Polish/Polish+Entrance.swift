extension Polish {
    /// Coming in: the networks, the front page, sign-in, set-up.
    static let entrance: KeyValuePairs<Text, Phrase> = [
        .networksTitle: "Która sieć?",
        .networksLead: "Wybierz tę, której nazwa jest na Twojej karcie.",
        .networksEmpty: "Nie ma tu jeszcze żadnej sieci.",
        .frontTitle: "Witamy w {network}",
        .frontLead: "Kto daje godzinę, dostaje kredyt. Kredyt to godzina czegoś dobrego.",
        .frontRing: "Godzina to godzina, bez względu na to, kto ją daje.",
        .frontGive: "Daj godzinę.",
        .frontGiveMore: "Poczytaj z dzieckiem, napraw krzesło, podaj herbatę.",
        .frontReceive: "Odbierz kredyt.",
        .frontReceiveMore: "Ten, komu pomagasz, potwierdza go i kredyt jest Twój.",
        .frontEnjoy: "Skorzystaj.",
        .frontEnjoyMore: "Basen, film, wycieczka albo pomoc sąsiada.",
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
    ]
}
