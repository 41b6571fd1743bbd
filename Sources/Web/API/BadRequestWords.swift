internal import Timebank

/// The texts for requests that are refused for their HTTP or form data, by their stable codes.
enum BadRequestWords: String, CaseIterable, RefusalPhrases {
    case malformed
    case wrongType = "wrong-type"
    case wrongMethod = "wrong-method"
    case wrongHost = "wrong-host"
    case tooLarge = "too-large"
    case insecure
    case formExpired = "form-expired"
}

extension BadRequestWords {
    var english: RefusalPhrase {
        switch self {
        case .malformed:
            RefusalPhrase(
                "This cannot be read",
                "Nothing was changed. The body has to be one JSON object, with no name twice."
            )
        case .wrongType:
            RefusalPhrase(
                "This is not JSON",
                "Nothing was changed. Send JSON, and say so: Content-Type: application/json."
            )
        case .wrongMethod:
            RefusalPhrase(
                "This address does not do that",
                "Nothing was changed. What it does is named in the Allow header of the answer."
            )
        case .wrongHost:
            RefusalPhrase(
                "The host is missing",
                "Nothing was changed. Send one Host header with the name that is in the address."
            )
        case .tooLarge:
            RefusalPhrase(
                "That is too much at once",
                "Send less in one go: at most 64 kilobytes."
            )
        case .insecure:
            RefusalPhrase(
                "This connection is not safe",
                "Signing in needs an address that begins with https. Ask whoever runs this server."
            )
        case .formExpired:
            RefusalPhrase(
                "This form is too old",
                "Nothing was changed. Open the page again and send it once more."
            )
        }
    }
}

extension BadRequestWords {
    var polish: RefusalPhrase {
        switch self {
        case .malformed:
            RefusalPhrase(
                "Nie da się tego odczytać",
                "Nic się nie zmieniło. Treść musi być jednym obiektem JSON, bez powtórzonych nazw."
            )
        case .wrongType:
            RefusalPhrase(
                "To nie jest JSON",
                "Nic się nie zmieniło. Wyślij JSON i zaznacz to: Content-Type: application/json."
            )
        case .wrongMethod:
            RefusalPhrase(
                "Ten adres tego nie robi",
                "Nic się nie zmieniło. Nagłówek Allow w odpowiedzi mówi, co robi."
            )
        case .wrongHost:
            RefusalPhrase(
                "Brakuje nazwy serwera",
                "Nic się nie zmieniło. Wyślij jeden nagłówek Host z nazwą, która jest w adresie."
            )
        case .tooLarge:
            RefusalPhrase(
                "Za dużo naraz",
                "Wyślij mniej za jednym razem: najwyżej 64 kilobajty."
            )
        case .insecure:
            RefusalPhrase(
                "To połączenie nie jest bezpieczne",
                """
                Do logowania potrzebny jest adres, który zaczyna się od https. Zapytaj osobę, \
                która prowadzi ten serwer.
                """
            )
        case .formExpired:
            RefusalPhrase(
                "Ten formularz jest już nieaktualny",
                "Nic się nie zmieniło. Otwórz stronę ponownie i wyślij jeszcze raz."
            )
        }
    }
}
