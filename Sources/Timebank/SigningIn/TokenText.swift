internal import Crypto

/// A token as its holder has it: 256 random bits as 43 characters.
///
/// Only its SHA-256 is kept. Its `description` does not show it, so that no log ever does.
package struct TokenText: Hashable, Sendable, CustomStringConvertible {
    /// The 43 characters, for their holder alone.
    package let revealed: String

    /// The token that a header or a cookie holds, or `nil` for what could be none of ours.
    package init?(_ text: String) {
        guard text.utf8.count == 43, Base64URL.decode(text[...]) != nil else { return nil }
        revealed = text
    }

    /// A new token; the dice must be ones that nobody can foretell.
    init(drawing dice: Dice) { revealed = Base64URL.encode(dice.bytes(32)) }

    /// What the store knows it by.
    package var digest: [UInt8] { Array(SHA256.hash(data: Array(revealed.utf8))) }

    /// What shows who its holder is.
    package var credential: Credential { .token(digest) }

    package var description: String { "a token" }
}

/// What a token opens, which decides how long it lasts.
package enum TokenPurpose: String, CaseIterable, Codable, Sendable {
    /// The API, for 30 days.
    case api
    /// The pages, for 14 days.
    case page

    /// For how long it is good.
    package var lasts: Duration {
        switch self {
        case .api: .seconds(30 * 86_400)
        case .page: .seconds(14 * 86_400)
        }
    }
}
