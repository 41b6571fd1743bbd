@testable internal import Timebank

extension LendingRefusal {
    var polish: RefusalPhrase {
        switch self {
        case .alreadyLent:
            RefusalPhrase(
                "Ma to teraz ktoś inny",
                "Ma to teraz osoba o numerze {borrower}. Zapytaj ją, kiedy odda.",
                otherwise: "Ma to teraz inna osoba. Zapytaj właściciela, kiedy wróci."
            )
        case .ownTool:
            RefusalPhrase(
                "To już należy do tej osoby",
                "Nikt nie pożycza tego, co jest jego. Wpisz numer innej osoby."
            )
        }
    }
}
