extension FieldRefusal {
    package var english: RefusalPhrase {
        switch self {
        case .invalid:
            RefusalPhrase(
                "Please check this",
                "{field}: {flaw}",
                otherwise: "Something is missing or cannot be read. Please fill it in again."
            )
        case .amountOutOfRange:
            RefusalPhrase(
                "Please check the amount",
                "Write hours, minutes or both: at least one minute, and at most {most}.",
                otherwise: "Write hours, minutes or both, at least one minute."
            )
        }
    }
}
