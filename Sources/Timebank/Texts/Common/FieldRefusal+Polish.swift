extension FieldRefusal {
    package var polish: RefusalPhrase {
        switch self {
        case .invalid:
            RefusalPhrase(
                "Sprawdź to",
                "{field}: {flaw}",
                otherwise: "Czegoś brakuje albo nie da się tego odczytać. Wypełnij jeszcze raz."
            )
        case .amountOutOfRange:
            RefusalPhrase(
                "Sprawdź liczbę godzin",
                "Wpisz godziny, minuty albo jedno i drugie: od jednej minuty do {most}.",
                otherwise: "Wpisz godziny, minuty albo jedno i drugie, co najmniej jedną minutę."
            )
        }
    }
}
