extension RequestRefusal {
    package var polish: RefusalPhrase {
        switch self {
        case .keyMissing:
            RefusalPhrase(
                "Brakuje klucza żądania",
                """
                Nic się nie zmieniło. Strona: otwórz ją ponownie. Program: wyślij nagłówek \
                Idempotency-Key, od 1 do 255 widocznych znaków ASCII.
                """
            )
        case .keyReused:
            RefusalPhrase(
                "To już wysłano, ale z inną treścią",
                """
                Nic się nie zmieniło. Otwórz stronę ponownie; program losuje nowy klucz dla \
                każdego żądania.
                """
            )
        case .keyRunning:
            RefusalPhrase(
                "To jeszcze trwa",
                """
                Odczekaj chwilę i sprawdź swoje godziny albo wyślij to samo ponownie: policzy \
                się raz.
                """
            )
        case .tooManyRequests:
            RefusalPhrase(
                "To było bardzo szybko",
                "Odczekaj minutę i kontynuuj. Nic się nie zmieniło."
            )
        }
    }
}
