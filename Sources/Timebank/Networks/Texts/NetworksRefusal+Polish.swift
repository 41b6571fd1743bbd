extension NetworksRefusal {
    package var polish: RefusalPhrase {
        switch self {
        case .slugTaken:
            RefusalPhrase(
                "Ta krótka nazwa jest zajęta",
                "Wybierz inną."
            )
        }
    }
}
