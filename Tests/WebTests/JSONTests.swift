import Foundation
import Support
import Testing

@testable import Web

@Suite struct JSONTests {
    @Test(arguments: [
        "", " ", "{", "{}{}", "[1,]", "{\"a\":1,}", "{\"a\"}", "01", "+1", "1.", ".5", "1e", "-",
        "0x10", "NaN", "Infinity", "1_000", "'a'", "\"a", "\"\\x\"", "\"\\u12\"", "\"\u{1}\"",
        "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\\udc00\"", "tru", "nulls", "// a\n1", "{a:1}",
        "{\"a\":1,\"a\":1}", String(repeating: "[", count: 20_000),
    ])
    func `what is no JSON is refused`(text: String) {
        #expect(throws: JSONFlaw.self) { try JSONReader.read(text) }
    }

    @Test func `bytes that are not UTF-8 are refused`() {
        for bytes: [UInt8] in [
            [0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0xEF, 0xBB, 0xBF, 0x31],
        ] {
            #expect(throws: JSONFlaw.self) { try JSONReader.read(bytes) }
        }
    }

    @Test func `numbers are whole, too large, or broken`() throws {
        #expect(try JSONReader.read("-0") == 0)
        #expect(try JSONReader.read("9223372036854775807") == .number(.whole(.max)))
        #expect(try JSONReader.read("-9223372036854775808") == .number(.whole(.min)))
        #expect(try JSONReader.read("9223372036854775808") == .number(.huge))
        #expect(try JSONReader.read("1e300") == .number(.broken))
        #expect(try JSONReader.read("10.0") == .number(.broken))
    }

    @Test func `texts are read as they are meant`() throws {
        let text = #""a\"\\\/\b\f\n\r\t\u0141\ud83d\ude00é""#
        #expect(try JSONReader.read(text) == "a\"\\/\u{8}\u{C}\n\r\tŁ😀é")
    }

    @Test func `what is written is read again, by us and by others`() throws {
        for seed in UInt64(1)...200 {
            var random = SeededGenerator(seed: seed)
            let value = Self.value(depth: 0, &random)
            let bytes = JSONWriter.bytes(of: value)
            #expect(try JSONReader.read(bytes) == value, "seed \(seed)")
            #expect(
                (try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed))
                    != nil,
                "seed \(seed)"
            )
        }
    }

    @Test func `no bytes make the reader stumble, and it is stricter than others`() {
        let likely = Array(#"{}[]":,\ntrufalse0123456789.eE+- "#.utf8)
        for seed in UInt64(1)...20_000 {
            var random = SeededGenerator(seed: seed)
            let bytes = Support.Samples.bytes(likely: likely, upTo: 40, &random)
            guard (try? JSONReader.read(bytes)) != nil else { continue }
            // Others refuse an exponent that no floating point number has.
            guard !bytes.contains(UInt8(ascii: "e")), !bytes.contains(UInt8(ascii: "E")) else {
                continue
            }
            #expect(
                (try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed))
                    != nil,
                "seed \(seed)"
            )
        }
    }

    private static func value(depth: Int, _ random: inout SeededGenerator) -> JSON {
        switch Int.random(in: 0..<(depth > 3 ? 5 : 7), using: &random) {
        case 0: return .null
        case 1: return .flag(Bool.random(using: &random))
        case 2: return .number(.whole(Int64.random(in: .min ... .max, using: &random)))
        case 3, 4: return .text(Self.text(&random))
        case 5:
            return .list(
                (0..<Int.random(in: 0...4, using: &random)).map { _ in
                    Self.value(depth: depth + 1, &random)
                }
            )
        default:
            return .object(
                (0..<Int.random(in: 0...4, using: &random)).map { place in
                    JSON.Member(
                        name: "\(place)\(Self.text(&random))",
                        value: Self.value(depth: depth + 1, &random)
                    )
                }
            )
        }
    }

    private static func text(_ random: inout SeededGenerator) -> String {
        Support.Samples.text(
            of: ["a", "\"", "\\", "\n", "\u{0}", "\u{1F}", "/", "é", "ł", "😀", "\u{FFFF}"],
            upTo: 8,
            &random
        )
    }
}
