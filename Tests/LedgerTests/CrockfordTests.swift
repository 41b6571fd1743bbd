import Ledger
import Support
import Testing

/// How 63-bit numbers are written in base 32.
@Suite struct CrockfordTests {
    @Test(
        arguments: [
            (Int64(0), "0000000000000"), (1, "0000000000001"), (31, "000000000000Z"),
            (32, "0000000000010"), (1_234_567_890, "00000014SC0PJ"), (.max, "7ZZZZZZZZZZZZ"),
        ] as [(number: Int64, text: String)]
    )
    func `known numbers have known texts`(_ known: (number: Int64, text: String)) {
        #expect(Crockford.encode(known.number) == known.text)
        #expect(Crockford.decode(known.text) == known.number)
    }

    @Test(arguments: Seeds.some)
    func `every number comes back from its text, and text order is number order`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<2_000 {
            let shift = Int64.random(in: 0..<63, using: &generator)
            let one = Int64.random(in: 0 ... .max, using: &generator) >> shift
            let other = Int64.random(in: 0 ... .max, using: &generator)
            #expect(Crockford.decode(Crockford.encode(one)) == one)
            #expect((Crockford.encode(one) < Crockford.encode(other)) == (one < other))
            var bytes = Array("id ".utf8)
            Crockford.append(one, to: &bytes)
            #expect(String(decoding: bytes, as: UTF8.self) == "id " + Crockford.encode(one))
        }
    }

    @Test func `lower case and letters that look like digits are read`() {
        #expect(Crockford.decode("00000000014sc") == Crockford.decode("00000000014SC"))
        #expect(Crockford.decode("oO0000000iIlL") == Crockford.decode("0000000001111"))
        #expect(Crockford.value(of: UInt8(ascii: "u")) == nil)
    }

    @Test(arguments: [
        "", "0", "000000000000", "00000000000000", "000000000000U", "00000-0000000",
        " 000000000000",
        "8000000000000", "ZZZZZZZZZZZZZ", "000000000000é", "00000000000é", "０００００００００００００",
        "000000000000*",
    ])
    func `anything else is no number`(text: String) {
        #expect(Crockford.decode(text) == nil)
    }

    @Test func `each of the 32 symbols has its own value`() {
        let symbols = String(describing: Crockford.symbols).utf8
        #expect(symbols.compactMap(Crockford.value(of:)) == Array(0..<32))
    }

    @Test(arguments: Seeds.some)
    func `random text is refused or is a spelling of what it decodes to`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<2_000 {
            let bytes = (0..<13).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
            let text = String(decoding: bytes.map { $0 & 0x7F }, as: UTF8.self)
            _ = Crockford.decode(String(decoding: bytes, as: UTF8.self))
            guard let number = Crockford.decode(text) else { continue }
            #expect(Crockford.encode(number).count == 13)
        }
    }
}
