import Ledger

/// The code on a member's card, such as `7K2MD-0Q4VW`.
///
/// It has nine random symbols and a check symbol, from the 31 symbols of Crockford's base 32
/// without Z. 31 is prime, so the check detects every single wrong symbol and every swap of two.
/// Input may be in lower case, with I or L for 1, O for 0, with spaces, with or without the hyphen,
/// and with look-alikes of these characters (``Swift/String/asCode``).
package struct CardCode: Hashable, Sendable, CodedAsText {
    /// The canonical form: two groups of five symbols in upper case, with a hyphen between them.
    package let description: String

    /// Parses a code that was typed or scanned; nil if it is malformed or its check symbol is
    /// wrong.
    package init?(_ text: String) {
        guard text.utf8.count <= Self.typedLengthMax else { return nil }
        var values: [UInt8] = []
        for byte in text.codeSymbols {
            guard let value = Crockford.value(of: byte), value < Self.base else { return nil }
            values.append(value)
        }
        guard values.count == Self.length, Self.weightedSum(values) == 0 else { return nil }
        self.init(values: values)
    }

    /// Draws a new code; the generator must be cryptographically secure.
    package init(drawing generator: inout some RandomNumberGenerator) {
        var values = (1..<Self.length).map { _ in
            UInt8.random(in: 0..<Self.base, using: &generator)
        }
        values.append(0)
        let sum = Self.weightedSum(values)
        values[Self.length - 1] = sum == 0 ? 0 : Self.base - sum
        self.init(values: values)
    }

    private static let base: UInt8 = 31
    private static let length = 10
    private static let typedLengthMax = 100

    private init(values: [UInt8]) {
        var text: [UInt8] = []
        for (position, value) in values.enumerated() {
            if position == Self.length / 2 { text.append(UInt8(ascii: "-")) }
            text.append(Crockford.symbols.utf8Start[Int(value)])
        }
        description = String(decoding: text, as: UTF8.self)
    }

    /// The weighted sum of the symbols' values, modulo 31; 0 for a valid code.
    ///
    /// The check symbol has weight 1, and the others have 2 to 10 from the left. The weights all
    /// differ and none is a multiple of 31, which is why a swap is detected.
    private static func weightedSum(_ values: [UInt8]) -> UInt8 {
        var sum = 0
        for (position, value) in values.enumerated() {
            sum += (position == length - 1 ? 1 : position + 2) * Int(value)
        }
        return UInt8(sum % Int(base))
    }
}
