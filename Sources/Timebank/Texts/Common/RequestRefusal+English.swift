extension RequestRefusal {
    package var english: RefusalPhrase {
        switch self {
        case .keyMissing:
            RefusalPhrase(
                "A request key is missing",
                """
                Nothing was changed. A page: open it again. A program: send an Idempotency-Key \
                with 1 to 255 visible ASCII characters.
                """
            )
        case .keyReused:
            RefusalPhrase(
                "This was sent before, with something else in it",
                "Nothing was changed. Open the page again; a program draws a new key for each request."
            )
        case .keyRunning:
            RefusalPhrase(
                "This is still being done",
                "Wait a moment, then look at your hours, or send the same again: it counts once."
            )
        case .tooManyRequests:
            RefusalPhrase(
                "That was very fast",
                "Wait a minute and go on. Nothing was changed."
            )
        }
    }
}
