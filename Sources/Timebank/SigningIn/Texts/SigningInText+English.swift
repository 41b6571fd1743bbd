extension SigningInText {
    package static let english: KeyValuePairs<Self, Phrase> = [
        .fieldLogin: "Membership number or e-mail",
        .fieldPassword: "Password",
        .fieldOldPassword: "Password as it is now",
        .fieldNewPassword: "New password",
        .fieldCode: "Code",
        .signInLoginHint: "The number is on your card.",
        .setUpLink: "I have a code from my coordinator",
        .setUpTitle: "Choose a password",
        .setUpLead: "Your coordinator gave you a code. It works once.",
        .setUpCodeHint: "Capital or small letters, with or without hyphens",
        .setUpPasswordHint: """
        At least 10 characters. A few words that only you would put together are good.
        """,
        .setUpButton: "Keep this password",
        .setUpHaveSignIn: "I have a password already",
        .joinTitle: "Join with your code",
        .joinLead: """
        You are signed in as {name}. With the code you take part here too, with the password \
        you have. If you are somebody else, sign out first.
        """,
        .joinButton: "Join",
        .passwordTitle: "Change your password",
        .passwordLead: """
        Wherever else you are signed in, on another phone or computer, you will be signed out.
        """,
        .passwordButton: "Keep the new password",
        .passwordWrong: "This is not your password",
        .passwordWrongHint: """
        Type the one that you signed in with. If you have forgotten it, your coordinator can \
        give you a code for a new one.
        """,
        .codeHeading: "Hand over a code",
        .codeLead: "With it they choose a password of their own. An earlier code stops working.",
        .codeButton: "Make a code",
        .codeByOthers:
            "Somebody with a higher role makes a code for this person: a coordinator, or an operator.",
        .codeTitle: "A code for {name}",
        .codeShown: "Write it down or print this page now. It is not shown again.",
        .codeAddress: "Go to",
        .codeUntil: "It works once, until {day}.",
        .codeBack: "Done",
        .noticeSignedOut: "You are signed out.",
        .noticePassword: "Your new password is kept. Everywhere else you are signed out.",
    ]
}
