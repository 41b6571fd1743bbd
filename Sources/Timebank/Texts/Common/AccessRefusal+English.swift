extension AccessRefusal {
    package var english: RefusalPhrase {
        switch self {
        case .notSignedIn:
            RefusalPhrase(
                "Please sign in",
                "Sign in and do it again. Nothing was changed."
            )
        case .notAllowed:
            RefusalPhrase(
                "This is for somebody else to do",
                "Your role here does not include it. Ask your coordinator if you think it should."
            )
        case .notFound:
            RefusalPhrase(
                "There is nothing here",
                "It may have moved, or it may not be yours to see. Go back and choose again."
            )
        case .outranked:
            RefusalPhrase(
                "Somebody with a higher role has to do this",
                """
                This person has a role that yours does not outrank, here or in another network. \
                Ask an operator.
                """
            )
        case .needsCoordinator:
            RefusalPhrase(
                "A coordinator has to do this",
                """
                You can do it for people whom your organisation brought in and who have not signed in, \
                earned credits or taken a role elsewhere yet. For this person, ask a coordinator.
                """
            )
        }
    }
}
