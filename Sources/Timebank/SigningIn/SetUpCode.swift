internal import Crypto
internal import Ledger

/// A code that staff hand over on paper, good once: `7K2M-D0Q4-VWXY-8HJT-3NCB-56RE`.
///
/// 24 symbols of Crockford's base 32 are 120 random bits, so SHA-256 is enough to keep it by and
/// nobody guesses one. It is read as people write it: lower case, O for 0, I or L for 1, with
/// hyphens, blanks or neither. Its `description` does not show it, so that no log ever does.
package struct SetUpCode: Hashable, Sendable, CustomStringConvertible {
    /// Six groups of four symbols, for whoever it is handed to.
    package let revealed: String

    /// For how long a code is good.
    package static let lasts: Duration = .seconds(14 * 86_400)

    private static let length = 24
    private static let typedLengthMax = 100

    /// The code that somebody typed, or `nil` for what could be none.
    package init?(_ text: String) {
        guard text.utf8.count <= Self.typedLengthMax else { return nil }
        var values: [UInt8] = []
        for byte in text.asCode.utf8 where byte != UInt8(ascii: " ") && byte != UInt8(ascii: "-") {
            guard let value = Crockford.value(of: byte) else { return nil }
            values.append(value)
        }
        guard values.count == Self.length else { return nil }
        self.init(values: values)
    }

    /// A new code; the dice must be ones that nobody can foretell.
    init(drawing dice: Dice) { self.init(values: dice.bytes(Self.length).map { $0 & 31 }) }

    /// What the store knows it by.
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
