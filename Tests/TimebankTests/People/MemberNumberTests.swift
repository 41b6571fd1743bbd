import Support
import Testing
import Timebank

/// Membership numbers: ours with a check letter, and those that networks bring.
@Suite struct MemberNumberTests {
    @Test func `a number has at least four digits and a check letter`() {
        // 4 × 3 + 2 × 2 = 16, and the seventeenth of the 23 letters is S.
        #expect(MemberNumber.issued(42).description == "0042-S")
        #expect(MemberNumber.issued(0).description == "0000-A")
        #expect(MemberNumber.issued(1_234_567).description.hasPrefix("1234567-"))
        #expect(MemberNumber.issued(.max).isMistyped == false)
    }

    @Test func `what was issued is read back, in either case`() throws {
        for ordinal in stride(from: 0, to: 20_000, by: 7) {
            let number = MemberNumber.issued(ordinal)
            let typed = try #require(MemberNumber("  \(number.description.lowercased()) \n"))
            #expect(typed.folded == number.description)
            #expect(typed.ordinal == ordinal)
            #expect(!typed.isMistyped)
        }
    }

    @Test(arguments: 1...19)
    func `any one wrong digit, wherever it stands, is caught`(digits: Int) {
        for place in 0..<digits {
            for right in 0..<10 {
                for wrong in 0..<10 where wrong != right {
                    expectCaught(digits, [place: right], [place: wrong])
                }
            }
        }
    }

    @Test(arguments: 2...19)
    func `any two digits that change places are caught`(digits: Int) {
        for place in 0..<digits {
            for other in 0..<place {
                for (one, two) in [(0, 1), (0, 9), (3, 8), (9, 1), (4, 5), (7, 0)] {
                    expectCaught(digits, [place: one, other: two], [place: two, other: one])
                }
            }
        }
    }

    @Test func `a wrong check letter is caught, whichever it is`() {
        let number = MemberNumber.issued(4_711).description
        for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" where letter != number.last {
            #expect(MemberNumber("4711-\(letter)")?.isMistyped == true)
        }
    }

    @Test(arguments: [
        "7", "A-1", "B/2024.17_x", "1234", "123-A", "12345", "1234-AB", "0042S", "a b",
        "12345678901234567890-A", String(repeating: "9", count: 32),
    ])
    func `a network's own number is kept as it is`(text: String) {
        #expect(MemberNumber(text)?.description == text)
        #expect(MemberNumber(text)?.isMistyped == false)
        #expect(MemberNumber(text)?.ordinal == nil)
    }

    @Test func `own numbers are found in either case`() {
        #expect(MemberNumber("b/17x")?.folded == "B/17X")
    }

    @Test(arguments: [
        "", "  ", "-5", "=1", "+44", "@x", "a,b", "a\tb", "Muñoz", "x\u{0}", "a:b", "١٢٣٤-A",
        String(repeating: "9", count: 33),
    ])
    func `what could be nobody's number is refused`(text: String) {
        #expect(MemberNumber(text) == nil)
    }

    @Test(arguments: Seeds.some)
    func `random text is refused or comes back as it was`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<5_000 {
            let alphabet = Array("019-AZaz._/ \t\n=ñ😀".unicodeScalars)
            let text = Samples.text(of: alphabet, upTo: 34, &random)
            guard let number = MemberNumber(text) else { continue }
            #expect(MemberNumber(number.description) == number)
            #expect(number.folded.utf8.count == number.description.utf8.count)
            _ = (number.isMistyped, number.ordinal)
        }
    }

    /// Expects that the check letter of one number does not fit another.
    ///
    /// Both have so many digits; those that are not given are 1 to 9 in turn.
    private func expectCaught(
        _ digits: Int,
        _ right: [Int: Int],
        _ wrong: [Int: Int],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let rightDigits = text(digits, right)
        guard let ordinal = Int(rightDigits) else { return }
        let letter = MemberNumber.issued(ordinal).description.suffix(1)
        let typed = MemberNumber("\(text(digits, wrong))-\(letter)")
        #expect(typed?.isMistyped == true, "\(rightDigits)", sourceLocation: sourceLocation)
    }

    private func text(_ digits: Int, _ given: [Int: Int]) -> String {
        let text = (0..<digits).map { String(given[$0] ?? $0 % 9 + 1) }.joined()
        return String(repeating: "0", count: max(0, 4 - digits)) + text
    }
}
