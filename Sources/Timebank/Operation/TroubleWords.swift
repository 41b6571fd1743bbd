/// The messages for failures that are not refusals, by the code that programs see.
package enum TroubleWords: String, CaseIterable, RefusalPhrases {
    case busy
    case unavailable
    case inDoubt = "in-doubt"
    case fault
}

extension TroubleWords {
    package var english: RefusalPhrase {
        switch self {
        case .busy:
            RefusalPhrase(
                "Many people are here just now",
                "Nothing was changed. Try again in a few seconds."
            )
        case .unavailable:
            RefusalPhrase(
                "Nothing can be kept just now",
                """
                Nothing was changed. Try again in a few minutes, and tell whoever runs this server.
                """
            )
        case .inDoubt:
            RefusalPhrase(
                "We do not know yet whether that was kept",
                "Send the same form again: whatever happened, it counts once."
            )
        case .fault:
            RefusalPhrase(
                "Something went wrong here",
                """
                Nothing was changed. Try again. If it happens again, tell your coordinator this \
                number: {id}.
                """,
                otherwise: """
                    Nothing was changed. Try again, and tell your coordinator if it happens again.
                    """
            )
        }
    }
}

extension TroubleWords {
    package var polish: RefusalPhrase {
        switch self {
        case .busy:
            RefusalPhrase(
                "Jest tu teraz wiele osób",
                "Nic się nie zmieniło. Spróbuj ponownie za kilka sekund."
            )
        case .unavailable:
            RefusalPhrase(
                "Teraz nie można nic zapisać",
                """
                Nic się nie zmieniło. Spróbuj ponownie za kilka minut i powiadom osobę, która \
                prowadzi serwer.
                """
            )
        case .inDoubt:
            RefusalPhrase(
                "Nie wiemy jeszcze, czy to zapisano",
                "Wyślij ten sam formularz ponownie: cokolwiek się stało, policzy się raz."
            )
        case .fault:
            RefusalPhrase(
                "Coś się tu popsuło",
                """
                Nic się nie zmieniło. Spróbuj ponownie. Jeśli to się powtórzy, podaj \
                koordynatorowi ten numer: {id}.
                """,
                otherwise: """
                    Nic się nie zmieniło. Spróbuj ponownie i powiedz koordynatorowi, jeśli to się \
                    powtórzy.
                    """
            )
        }
    }
}
