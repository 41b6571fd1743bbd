internal import Crypto

/// A bearer or session token in clear: 256 random bits as 43 characters.
///
/// The store has only its SHA-256. `description` hides the token, so that it never appears in a
/// log.
package struct TokenText: Hashable, Sendable, CustomStringConvertible {
    /// The token itself, which only its holder may see.
    package let revealed: String

    /// Parses the token of a header or a cookie; nil if it is malformed.
    package init?(_ text: String) {
        guard text.utf8.count == 43, Base64URL.decode(text[...]) != nil else { return nil }
        revealed = text
    }

    /// Draws a new token; `dice` must be cryptographically secure.
    init(drawing dice: Dice) { revealed = Base64URL.encode(dice.bytes(32)) }

    /// SHA-256 of the token, which the store keeps in its place.
    package var digest: [UInt8] { Array(SHA256.hash(data: Array(revealed.utf8))) }

    /// The credential that the token's holder presents.
    package var credential: Credential { .token(digest) }

    package var description: String { "a token" }
}

/// What a token gives access to, which decides how long it is valid.
package enum TokenPurpose: String, CaseIterable, Codable, Sendable {
    /// The API, for 30 days.
    case api
    /// The pages, for 14 days.
    case page

    /// How long a token is valid.
    package var lasts: Duration {
        switch self {
        case .api: .seconds(30 * 86_400)
        case .page: .seconds(14 * 86_400)
        }
    }
}
