import Ledger
import Support
import Testing
import Timebank

/// What a till reads of a card: typed, scanned or photographed.
@Suite struct CardTextTests {
    private let here: Slug

    init() throws { here = try #require(Slug("wisbech")) }

    @Test func `the address in a card's code is the code`() throws {
        let code = "00000-00000"
        for text in [
            "https://time.example/wisbech/card#\(code)",
            "http://127.0.0.1:8080/wisbech/card#\(code)",
            "HTTPS://TIME.EXAMPLE/WISBECH/CARD#0000000000",
            " https://time.example/wisbech/card#\(code)\r\n",
            "https://time.example/wisbech/card?x=1#\(code)",
            "https://time.example/wisbech/card/#\(code)",
        ] {
            #expect(try CardText(text, in: here).code?.description == code, "\(text)")
            #expect(try CardText(text, in: here).plain == code)
        }
    }

    @Test func `the address of another network's card is refused in words`() {
        for text in [
            "https://time.example/fenside/card#00000-00000",
            "https://time.example/wisbech2/card#00000-00000",
        ] {
            #expect(throws: SpendingRefusal.cardOfAnotherNetwork, "\(text)") {
                try CardText(text, in: here)
            }
        }
    }

    @Test(arguments: [
        "", " ", "https://", "https://time.example", "https://time.example/wisbech/card",
        "https://time.example/wisbech/card#", "https://time.example/wisbech/pay#00000-00000",
        "https://time.example/wisbech/card/x#00000-00000", "javascript:alert(1)", "=1+1",
        String(repeating: "0", count: 301), "https://time.example/wisbech/card#<script>",
    ])
    func `what is neither code nor number nor such an address is no card`(text: String) {
        #expect(throws: SpendingRefusal.unknownCard) { try CardText(text, in: here) }
    }

    @Test func `a reading that a scanner appended to the same one is read once`() throws {
        for ordinal in [1, 1_001, 12_345] {
            let number = MemberNumber.issued(ordinal).description
            #expect(try CardText(number + number, in: here).number?.description == number)
        }
        let code = "00000-00000"
        #expect(try CardText(code + code, in: here).code?.description == code)
        // Another system may have given such a number, and two different cards are none.
        #expect(try CardText("1212", in: here).number?.description == "1212")
        let (one, other) = (MemberNumber.issued(1_001), MemberNumber.issued(1_002))
        #expect(try CardText("\(one)\(other)", in: here).number?.ordinal == nil)
    }

    @Test(arguments: Seeds.some)
    func `whatever is scanned is read or refused`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let alphabet = Array("https://wisbechcard#?0O1IL-.%\u{0}\tK２Ｋ\u{A0}😀".unicodeScalars)
        for _ in 0..<3_000 {
            let text = Samples.text(of: alphabet, upTo: 60, &random)
            guard let read = try? CardText(text, in: here) else { continue }
            let again = try? CardText(read.plain, in: here)
            #expect(again?.plain == read.plain, "\(seed) \(text)")
        }
    }
}
