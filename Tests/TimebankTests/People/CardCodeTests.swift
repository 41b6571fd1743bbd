import Support
import Testing
import Timebank

/// The code on a member's card.
@Suite struct CardCodeTests {
    private let symbols = Array("0123456789ABCDEFGHJKMNPQRSTVWXY")

    @Test(arguments: Seeds.some)
    func `a code that was drawn is read back, however it is typed`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let code = CardCode(drawing: &random)
            let text = code.description
            #expect(text.count == 11 && Array(text)[5] == "-")
            #expect(text.allSatisfy { $0 == "-" || symbols.contains($0) })
            #expect(CardCode(text) == code)
            #expect(CardCode(text.lowercased()) == code)
            #expect(CardCode(" " + text.filter { $0 != "-" } + " ") == code)
            #expect(CardCode(text.map { "\($0) " }.joined()) == code)
            let asPeopleWrite = String(text.map { $0 == "1" ? "l" : $0 == "0" ? "o" : $0 })
            #expect(CardCode(asPeopleWrite) == code)
        }
    }

    @Test(arguments: Seeds.some)
    func `any one wrong symbol is caught`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<5 {
            let right = Array(CardCode(drawing: &random).description)
            for place in right.indices where place != 5 {
                for symbol in symbols where symbol != right[place] {
                    var wrong = right
                    wrong[place] = symbol
                    #expect(CardCode(String(wrong)) == nil)
                }
            }
        }
    }

    @Test(arguments: Seeds.some)
    func `any two symbols that change places are caught`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<50 {
            let right = Array(CardCode(drawing: &random).description)
            for place in right.indices where place != 5 {
                for other in 0..<place where other != 5 && right[other] != right[place] {
                    var wrong = right
                    wrong.swapAt(place, other)
                    #expect(CardCode(String(wrong)) == nil)
                }
            }
        }
    }

    @Test func `the code in the documentation is a true one`() {
        #expect(CardCode("7K2MD-0Q4VW")?.description == "7K2MD-0Q4VW")
    }

    @Test func `each pair of places tells each pair of symbols apart`() {
        // The check is linear, so codes that are zero elsewhere stand for all others.
        for place in 0..<10 {
            for other in 0..<place {
                for symbol in symbols {
                    let fitting = symbols.filter { partner in
                        CardCode(code(with: [place: symbol, other: partner])) != nil
                    }
                    #expect(fitting.count == 1)
                    for partner in fitting where partner != symbol {
                        #expect(CardCode(code(with: [place: partner, other: symbol])) == nil)
                    }
                }
            }
        }
    }

    private func code(with given: [Int: Character]) -> String {
        String((0..<10).map { given[$0] ?? "0" })
    }

    @Test(arguments: [
        "", "-", "00000", "0000-00000", "000000-00000", "ZZZZZ-ZZZZZ", "00000-0000Z", "UUUUU-UUUUU",
        "00000_00000", "0000é00000", "00000\n00000", String(repeating: "-", count: 10_000),
    ])
    func `what is no code is refused`(text: String) {
        #expect(CardCode(text) == nil)
    }

    @Test(arguments: Seeds.some)
    func `random text is refused or is a spelling of its code`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<5_000 {
            let text = Samples.text(of: Array("0127AXYZiloU -ñ".unicodeScalars), upTo: 14, &random)
            guard let code = CardCode(text) else { continue }
            #expect(CardCode(code.description) == code)
        }
    }
}
