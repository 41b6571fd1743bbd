package import Timebank

/// The addresses of the home page, signing in and out, help and language.
extension Address {
    /// The front page for visitors, and the home page of a member.
    package static let home = network / ""

    /// Redirects whoever has signed in to the first page of their role.
    package static let start = network / "start"

    /// The form for signing in.
    package static let signIn = network / "sign-in"

    /// The same form; afterwards the browser is redirected to `back`.
    package static func signIn(_ network: Slug, back: Href?) -> Href {
        signIn(network).asking(["back": back?.text])
    }

    /// The target of the button that signs out.
    package static let signOut = network / "sign-out"

    /// The form for choosing a password with a set-up code.
    package static let setUp = network / "set-up"

    /// The form for joining the network with a code, for a person who is signed in already.
    package static let join = network / "join"

    /// The target of the button that marks notices as seen.
    package static let seen = network / "seen"

    /// The form for changing one's password.
    package static let password = network / "password"

    /// The help page, which also says whom to ask.
    package static let help = network / "help"

    /// Stores the chosen language in a cookie.
    package static let language = network / "language" / Language.self

    /// The same; afterwards the browser is redirected to `back`.
    package static func language(_ network: Slug, _ language: Language, back: Href) -> Href {
        Self.language(network, language).asking(["back": back.text])
    }
}
