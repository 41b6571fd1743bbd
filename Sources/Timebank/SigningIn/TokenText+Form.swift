internal import Crypto

extension TokenText {
    /// What a form carries to show that it comes from a page of this sign-in.
    ///
    /// It is derived, so that nothing has to be kept for it, and tells nothing of the token.
    package var formToken: String {
        Base64URL.encode(Array(SHA256.hash(data: Array("form \(revealed)".utf8))))
    }

    /// A token for somebody who is not signed in yet, which opens nothing.
    package static func ofNobody(_ dice: Dice) -> TokenText { TokenText(drawing: dice) }
}
