extension AccessRefusal {
    package var polish: RefusalPhrase {
        switch self {
        case .notSignedIn:
            RefusalPhrase(
                "Zaloguj się",
                "Zaloguj się i zrób to jeszcze raz. Nic się nie zmieniło."
            )
        case .notAllowed:
            RefusalPhrase(
                "To zadanie kogoś innego",
                "Twoja rola tego nie obejmuje. Jeśli powinna, zapytaj koordynatora."
            )
        case .notFound:
            RefusalPhrase(
                "Nic tu nie ma",
                "Mogło zmienić miejsce albo nie jest dla Ciebie. Wróć i wybierz jeszcze raz."
            )
        case .outranked:
            RefusalPhrase(
                "Potrzebna jest wyższa rola",
                """
                Ta osoba ma tu lub w innej sieci rolę, której Twoja nie przewyższa. Zwróć się do \
                operatora.
                """
            )
        case .needsCoordinator:
            RefusalPhrase(
                "To musi zrobić koordynator",
                """
                Możesz to zrobić dla osób, które wprowadziła Twoja organizacja i które jeszcze się nie \
                logowały, nie mają godzin ani roli gdzie indziej. W sprawie tej osoby zwróć się do \
                koordynatora.
                """
            )
        }
    }
}
