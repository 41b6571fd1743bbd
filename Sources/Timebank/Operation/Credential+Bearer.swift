internal import Crypto

extension Credential {
    /// The credential of a token's text, which is only ever stored and looked up as its SHA-256.
    package static func bearer(_ text: String) -> Credential {
        .token(Array(SHA256.hash(data: Array(text.utf8))))
    }
}
