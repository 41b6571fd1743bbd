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

    /// Parses a number from outside, normalised (``Swift/String/asCode``); nil if it contains other
    /// characters, is empty or is too long.
    package init?(_ text: String) {
        let text = text.asCode
        let bytes = text.utf8
        guard (1...Self.lengthMax).contains(bytes.count), bytes.first != UInt8(ascii: "-"),
            bytes.allSatisfy(Self.isAllowed)
        else { return nil }
        description = text
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

    /// The folded number that we issue and that this one may stand for; otherwise ``folded``.
    ///
    /// People leave the hyphen out or type spaces in its place: `1002K` and `1002 k` may stand for
    /// `1002-K`. A number that another system issued may look the same, so a look-up tries
    /// ``folded`` first.
    package var issuedForm: String {
        var bytes = foldedBytes
        guard let letter = bytes.popLast(), (0x41...0x5A).contains(letter) else { return folded }
        while let last = bytes.last, last == UInt8(ascii: " ") || last == UInt8(ascii: "-") {
            bytes.removeLast()
        }
        guard Self.issuedDigits.contains(bytes.count), bytes.allSatisfy(Self.isDigit) else {
            return folded
        }
        return String(decoding: bytes + [UInt8(ascii: "-"), letter], as: UTF8.self)
    }

    /// Whether both may be typed for the same member's number.
    package func canStand(for other: MemberNumber) -> Bool {
        folded == other.folded || issuedForm == other.folded
    }

    /// Whether it has the form of a number that we issue, but the wrong check letter.
    package var isMistyped: Bool {
        guard let issued = issuedParts else { return false }
        return issued.letter != Self.checkLetter(for: issued.digits)
    }

    /// Whether a number that nobody has is probably one of ours with a mistake in it, typed with or
    /// without its hyphen.
    package var looksMistyped: Bool { MemberNumber(checked: issuedForm).isMistyped }

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

    /// How many digits a number that we issue has.
    private static var issuedDigits: ClosedRange<Int> { 4...19 }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

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
            digits.popLast() == UInt8(ascii: "-"), Self.issuedDigits.contains(digits.count),
            digits.allSatisfy(Self.isDigit)
        else { return nil }
        return (digits, letter)
    }
}
