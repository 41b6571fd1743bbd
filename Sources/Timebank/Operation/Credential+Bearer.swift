internal import Crypto

extension Credential {
    /// What a token's text shows: only its SHA-256 is ever looked for or stored.
    package static func bearer(_ text: String) -> Credential {
        .token(Array(SHA256.hash(data: Array(text.utf8))))
    }
}
