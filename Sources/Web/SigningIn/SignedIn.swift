internal import Timebank

/// The person at the foot of the page, the way to another password, and the button that signs
/// them out.
package struct SignedIn: Hashable, Sendable {
    let name: String
    let password: Link
    let signOut: String
    let formToken: String

    /// - `password`: Where they choose another password.
    /// - `token`: The form token of this sign-in.
    package init(words: Voice, name: String, password: Href, signOut: Href, token: String) {
        self.name = words(CommonText.frameSignedIn, ["name": .word(name)])
        self.password = Link(words(SigningInText.passwordTitle), to: password)
        self.signOut = signOut.text
        formToken = token
    }
}
