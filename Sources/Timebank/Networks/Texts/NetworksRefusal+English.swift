extension NetworksRefusal {
    package var english: RefusalPhrase {
        switch self {
        case .slugTaken:
            RefusalPhrase(
                "This short name is taken",
                "Choose another one."
            )
        }
    }
}
