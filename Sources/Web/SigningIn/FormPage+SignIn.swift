package import Timebank

extension FormPage {
    /// The form for signing in with a membership number or e-mail address, and a password.
    ///
    /// - `back`: The page to go to afterwards; `nil` for the home page.
    package static func signIn(
        frame: Frame,
        network: Slug,
        tokens: FormTokens,
        back: Href? = nil,
        entered: Entered = .nothing
    ) -> FormPage {
        let words = frame.words
        return FormPage(
            frame: frame,
            title: words(CommonText.signIn),
            entered: entered,
            form: Form(
                to: Address.signIn(network),
                tokens,
                hidden: back.map { [Hidden("back", $0.text)] } ?? [],
                controls: [
                    .ask(SignIn.Fields.login, words, entered, autocomplete: "username"),
                    .ask(
                        SignIn.Fields.password,
                        words,
                        entered,
                        autocomplete: "current-password"
                    ),
                ],
                button: words(CommonText.signIn)
            ),
            links: [Link(words(SigningInText.setUpLink), to: Address.setUp(network))]
        )
    }

    /// The form for choosing a password with a set-up code.
    package static func setUp(
        frame: Frame,
        network: Slug,
        tokens: FormTokens,
        entered: Entered = .nothing
    ) -> FormPage {
        let words = frame.words
        return FormPage(
            frame: frame,
            title: words(SigningInText.setUpTitle),
            lead: words(SigningInText.setUpLead),
            entered: entered,
            form: Form(
                to: Address.setUp(network),
                tokens,
                controls: [
                    .ask(UseCode.Fields.login, words, entered, autocomplete: "username"),
                    .ask(UseCode.Fields.code, words, entered, autocomplete: "one-time-code"),
                    newPassword(words, entered),
                ],
                button: words(SigningInText.setUpButton)
            ),
            links: [Link(words(SigningInText.setUpHaveSignIn), to: Address.signIn(network))]
        )
    }

    /// The form for joining the network with a code, for a person who is signed in already.
    package static func join(
        frame: Frame,
        network: Slug,
        name: String,
        tokens: FormTokens,
        entered: Entered = .nothing
    ) -> FormPage {
        let words = frame.words
        return FormPage(
            frame: frame,
            title: words(SigningInText.joinTitle),
            lead: words(SigningInText.joinLead, ["name": .word(name)]),
            entered: entered,
            form: Form(
                to: Address.join(network),
                tokens,
                controls: [
                    .ask(UseCode.Fields.code, words, entered, autocomplete: "one-time-code")
                ],
                button: words(SigningInText.joinButton)
            )
        )
    }

    /// The form for changing one's password.
    ///
    /// - `back`: The link to the person's start page.
    package static func password(
        frame: Frame,
        network: Slug,
        tokens: FormTokens,
        back: Link? = nil,
        entered: Entered = .nothing
    ) -> FormPage {
        let words = frame.words
        return FormPage(
            frame: frame,
            title: words(SigningInText.passwordTitle),
            back: back,
            lead: words(SigningInText.passwordLead),
            entered: entered,
            form: Form(
                to: Address.password(network),
                tokens,
                controls: [
                    .ask(
                        NewPassword.Fields.old,
                        words,
                        entered,
                        autocomplete: "current-password"
                    ),
                    newPassword(words, entered),
                ],
                button: words(SigningInText.passwordButton)
            )
        )
    }

    private static func newPassword(_ words: Localizer, _ entered: Entered) -> Control {
        .ask(NewPassword.Fields.password, words, entered, autocomplete: "new-password")
    }
}
