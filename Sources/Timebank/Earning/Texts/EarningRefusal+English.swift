extension EarningRefusal {
    package var english: RefusalPhrase {
        switch self {
        case .ownHours:
            RefusalPhrase(
                "Somebody else confirms these",
                """
                Nobody confirms their own hours, or those of somebody close to them. Ask a \
                colleague or your coordinator.
                """
            )
        case .opportunityClosed:
            RefusalPhrase(
                "This is over",
                "Choose something else that you did."
            )
        case .alreadyConfirmed:
            RefusalPhrase(
                "These hours are confirmed already",
                "Nothing was changed. If they are wrong, ask your coordinator to reverse them."
            )
        case .alreadyRefused:
            RefusalPhrase(
                "These hours were refused already",
                "Nothing was changed. The member can send them again."
            )
        case .moreThanADay:
            RefusalPhrase(
                "A day has 24 hours",
                """
                With these, this person would have {day} on that day. Change how long it was, or write \
                why it is right all the same.
                """,
                otherwise: """
                    With these, this person would have more than 24 hours on that day. Change how \
                    long it was, or write why it is right all the same.
                    """
            )
        }
    }
}
