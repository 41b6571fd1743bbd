internal import Timebank

/// The signed-in person in the footer, with the link to change the password and the sign-out
/// button.
package struct SignedIn: Hashable, Sendable {
    let name: String
    let password: Link
    let signOut: String
    let formToken: String

    /// - `password`: The address of the form for changing the password.
    /// - `token`: The form token (CSRF token) of the session.
    package init(words: Localizer, name: String, password: Href, signOut: Href, token: String) {
        self.name = words(CommonText.frameSignedIn, ["name": .word(name)])
        self.password = Link(words(SigningInText.passwordTitle), to: password)
        self.signOut = signOut.text
        formToken = token
    }
}
