import Ledger

/// A membership number, unique within a network, such as `0042-S`.
///
/// A number that we issue has at least four digits, a hyphen and a check letter, which detects a
/// wrong digit or two swapped ones before another member's wallet is used. A number that another
/// system issued is kept unchanged: up to 32 letters, digits, dots, underscores, hyphens, slashes
/// and spaces. No number begins with a hyphen, which a spreadsheet would read as a formula.
package struct MemberNumber: Hashable, Sendable, CodedAsText {
    /// The maximum length, in characters.
    package static let lengthMax = 32

    /// The number as it was given, without surrounding spaces.
    package let description: String

    /// Parses a number from outside; nil if it contains other characters, is empty or is too long.
    package init?(_ text: String) {
        let text = text.asCode
        let bytes = text.utf8.trimmed
        guard (1...Self.lengthMax).contains(bytes.count), bytes.first != UInt8(ascii: "-"),
            bytes.allSatisfy(Self.isAllowed)
        else { return nil }
        description = String(decoding: bytes, as: UTF8.self)
    }

    /// The number issued for an ordinal, which must not be negative.
    package static func issued(_ ordinal: Int) -> MemberNumber {
        precondition(ordinal >= 0, "numbers are issued from 0 up")
        let digits = String(ordinal)
        let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        let letter = Character(Unicode.Scalar(checkLetter(for: Array(padded.utf8))))
        return MemberNumber(checked: "\(padded)-\(letter)")
    }

    /// The number in upper case, the form that is stored for look-ups.
    package var folded: String { String(decoding: foldedBytes, as: UTF8.self) }

    /// Whether it has the form of a number that we issue, but the wrong check letter.
    package var isMistyped: Bool {
        guard let issued = issuedParts else { return false }
        return issued.letter != Self.checkLetter(for: issued.digits)
    }

    /// The ordinal of a number that we could have issued; nil for any other number.
    package var ordinal: Int? {
        guard let issued = issuedParts, !isMistyped else { return nil }
        return Int(String(decoding: issued.digits, as: UTF8.self))
    }

    private init(checked description: String) { self.description = description }
}

extension MemberNumber {
    /// The alphabet without I, O and U: 23 letters, a prime number, so that every error is
    /// detected.
    private static var checkLetters: StaticString { "ABCDEFGHJKLMNPQRSTVWXYZ" }

    /// The check letter for ASCII digits: the weighted sum of the digits, modulo 23.
    ///
    /// The weights are 2 for the last digit, 3 for the one before it, up to 20 for the nineteenth.
    /// They all differ and none is a multiple of 23, so that a changed digit or a swap of two
    /// different digits always changes the sum.
    private static func checkLetter(for digits: [UInt8]) -> UInt8 {
        var sum = 0
        for (position, digit) in digits.reversed().enumerated() {
            sum += (position + 2) * Int(digit - UInt8(ascii: "0"))
        }
        return checkLetters.utf8Start[sum % 23]
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: " "):
            true
        default: false
        }
    }

    private var foldedBytes: [UInt8] {
        description.utf8.map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 }
    }

    /// The digits and the check letter; nil if the number has not the form of one that we issue.
    private var issuedParts: (digits: [UInt8], letter: UInt8)? {
        var digits = foldedBytes
        guard let letter = digits.popLast(), (0x41...0x5A).contains(letter),
            digits.popLast() == UInt8(ascii: "-"), (4...19).contains(digits.count),
            digits.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return (digits, letter)
    }
}

extension String.UTF8View {
    /// The bytes without leading and trailing white space.
    fileprivate var trimmed: Substring.UTF8View {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
        guard let first = firstIndex(where: { !isBlank($0) }),
            let last = lastIndex(where: { !isBlank($0) })
        else { return self[endIndex...] }
        return self[first...last]
    }
}
