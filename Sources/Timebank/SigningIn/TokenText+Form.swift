internal import Crypto

extension TokenText {
    /// The token against cross-site request forgery that the forms of this session carry.
    ///
    /// It is a hash of the session's token, so that it need not be stored and does not reveal that
    /// token.
    package var formToken: String {
        Base64URL.encode(Array(SHA256.hash(data: Array("form \(revealed)".utf8))))
    }

    /// A random token for a visitor who is not signed in; it only protects forms.
    package static func ofNobody(_ dice: Dice) -> TokenText { TokenText(drawing: dice) }
}
