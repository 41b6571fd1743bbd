extension English {
    /// Coming in: the networks, the front page, sign-in, set-up.
    static let entrance: KeyValuePairs<Text, Phrase> = [
        .networksTitle: "Which network?",
        .networksLead: "Choose the one whose name is on your card.",
        .networksEmpty: "There is no network here yet.",
        .frontTitle: "Welcome to {network}",
        .frontLead: """
        People give an hour and receive a credit. A credit is an hour of something good.
        """,
        .frontRing: "An hour is an hour, whoever gives it.",
        .frontGive: "Give an hour.",
        .frontGiveMore: "Read with a child, mend a chair, pour the tea.",
        .frontReceive: "Receive a credit.",
        .frontReceiveMore: "Whoever you helped confirms it, and it is yours.",
        .frontEnjoy: "Enjoy it.",
        .frontEnjoyMore: "A swim, a film, a day out, or a neighbour’s help.",
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
    ]
}
