extension SigningInRefusal {
    package var english: RefusalPhrase {
        switch self {
        case .wrongSignIn:
            RefusalPhrase(
                "That did not match",
                """
                Check the number or e-mail and the password, and try again. Your coordinator can \
                hand you a code.
                """
            )
        case .lockedOut:
            RefusalPhrase(
                "Too many tries",
                "Wait {minutes} and try again, or ask your coordinator for a code.",
                otherwise: "Wait a while and try again, or ask your coordinator for a code."
            )
        case .codeInvalid:
            RefusalPhrase(
                "This code does not work",
                """
                It may be mistyped, used already or too old. Check it, or ask your coordinator \
                for a new one.
                """
            )
        case .weakPassword:
            RefusalPhrase(
                "Choose a longer password",
                """
                Use at least {length} characters. A few words that only you would put together \
                are good.
                """,
                otherwise: """
                    Use more characters. A few words that only you would put together are good.
                    """
            )
        case .loginTaken:
            RefusalPhrase(
                "This e-mail cannot be used",
                """
                If it is yours, sign in with it first, then type the code. If not, use the \
                membership number instead.
                """
            )
        }
    }
}
