package import Timebank

/// The addresses of coming and going.
extension Address {
    /// The front page for a visitor, and a member's own hours.
    package static let home = network / ""

    /// Number or e-mail, and password.
    package static let signIn = network / "sign-in"

    /// The same, and then on to `back`, where somebody was going.
    package static func signIn(_ network: Slug, back: Href?) -> Href {
        signIn(network).asking(["back": back?.text])
    }

    /// Where the button at the foot of the page is sent.
    package static let signOut = network / "sign-out"

    /// A code that was handed over, and a new password.
    package static let setUp = network / "set-up"

    /// A code that was handed over, for somebody who is signed in already.
    package static let join = network / "join"

    /// What somebody was told is seen.
    package static let seen = network / "seen"

    /// The form for another password of one's own.
    package static let password = network / "password"

    /// How it works, and whom to ask.
    package static let help = network / "help"

    /// Keeps the language a person chose.
    package static let language = network / "language" / Language.self

    /// The same, and then back to the page they came from.
    package static func language(_ network: Slug, _ language: Language, back: Href) -> Href {
        Self.language(network, language).asking(["back": back.text])
    }
}
