import Ledger

/// The code on a member's card, such as `7K2MD-0Q4VW`.
///
/// Nine symbols at random and a check symbol, from the 31 symbols of Crockford's base 32 without
/// Z. 31 is prime, so any one wrong symbol, and any two that change positions, is caught at the
/// till. It is read as people write it: lower case, I or L for 1, O for 0, blanks or no hyphen.
package struct CardCode: Hashable, Sendable, CodedAsText {
    /// Two groups of five symbols, upper case, with a hyphen between them.
    package let description: String

    /// The code a person typed or scanned, or `nil` if no card bears it.
    package init?(_ text: String) {
        guard text.utf8.count <= Self.typedLengthMax else { return nil }
        var values: [UInt8] = []
        for byte in text.asCode.utf8 where byte != UInt8(ascii: " ") && byte != UInt8(ascii: "-") {
            guard let value = Crockford.value(of: byte), value < Self.base else { return nil }
            values.append(value)
        }
        guard values.count == Self.length, Self.weightedSum(values) == 0 else { return nil }
        self.init(values: values)
    }

    /// A new code; the generator must be one that nobody can foretell.
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
    private static let typedLengthMax = 40

    private init(values: [UInt8]) {
        var text: [UInt8] = []
        for (position, value) in values.enumerated() {
            if position == Self.length / 2 { text.append(UInt8(ascii: "-")) }
            text.append(Crockford.symbols.utf8Start[Int(value)])
        }
        description = String(decoding: text, as: UTF8.self)
    }

    /// The sum of each symbol's value times its weight, modulo 31; 0 in a true code.
    ///
    /// The check symbol weighs 1 and the others 2 to 10 from the left: all different, none a
    /// multiple of 31.
    private static func weightedSum(_ values: [UInt8]) -> UInt8 {
        var sum = 0
        for (position, value) in values.enumerated() {
            sum += (position == length - 1 ? 1 : position + 2) * Int(value)
        }
        return UInt8(sum % Int(base))
    }
}
