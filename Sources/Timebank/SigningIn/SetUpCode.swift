internal import Crypto
internal import Ledger

/// A one-time code that staff hand over on paper, such as `7K2M-D0Q4-VWXY-8HJT-3NCB-56RE`.
///
/// Its 24 symbols of Crockford's base 32 are 120 random bits. It cannot be guessed, so a plain
/// SHA-256 is enough to store it. Input may be in lower case, with O for 0, I or L for 1, and with
/// hyphens, spaces or neither. `description` hides the code, so that it never appears in a log.
package struct SetUpCode: Hashable, Sendable, CustomStringConvertible {
    /// The code itself, in six groups of four symbols.
    package let revealed: String

    /// How long a code is valid: 14 days.
    package static let lasts: Duration = .seconds(14 * 86_400)

    private static let length = 24
    private static let typedLengthMax = 200

    /// Parses a typed code; nil if it is malformed.
    package init?(_ text: String) {
        guard text.utf8.count <= Self.typedLengthMax else { return nil }
        var values: [UInt8] = []
        for byte in text.codeSymbols {
            guard let value = Crockford.value(of: byte) else { return nil }
            values.append(value)
        }
        guard values.count == Self.length else { return nil }
        self.init(values: values)
    }

    /// Draws a new code; `dice` must be cryptographically secure.
    init(drawing dice: Dice) { self.init(values: dice.bytes(Self.length).map { $0 & 31 }) }

    /// SHA-256 of the code, which the store keeps in its place.
    var digest: [UInt8] { Array(SHA256.hash(data: Array(revealed.utf8))) }

    package var description: String { "a code" }

    private init(values: [UInt8]) {
        var text: [UInt8] = []
        for (position, value) in values.enumerated() {
            if position > 0, position.isMultiple(of: 4) { text.append(UInt8(ascii: "-")) }
            text.append(Crockford.symbols.utf8Start[Int(value)])
        }
        revealed = String(decoding: text, as: UTF8.self)
    }
}
