import Support
import Testing
import Timebank

@testable import Web

/// What a form sends is read back as it was typed, and nothing that is sent does harm.
@Suite struct FormFuzzTests {
    @Test(arguments: Seeds.some)
    func `what was typed comes through, however it is escaped`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let fields = (0..<Int.random(in: 0...6, using: &random)).map { _ in
                (name: word(&random), value: word(&random))
            }
            let body = FormBody(
                text: fields.map { "\(escaped($0.name, &random))=\(escaped($0.value, &random))" }
                    .joined(separator: "&")
            )
            let typed = Dictionary(grouping: fields, by: \.name).mapValues { $0.map(\.value) }
            #expect(body.values == typed)
            for (name, values) in typed { #expect(body[FieldName(name)] == values.first) }
        }
    }

    @Test(arguments: [
        ("%", "%"), ("%4", "%4"), ("100%", "100%"), ("%zz", "%zz"), ("%4g", "%4g"),
        ("%+1", "% 1"), ("%-1", "%-1"), ("%0x", "%0x"), ("%%41", "%A"), ("%4%41", "%4A"),
        ("%41", "A"), ("%c5%82", "ł"), ("%C5", "\u{FFFD}"), ("%00", "\0"), ("a+b", "a b"),
        ("%2B", "+"), ("%25", "%"), ("%2541", "%41"), ("", ""),
    ])
    func `an escape that is none stays as it is`(sent: String, read: String) {
        #expect(FormBody(text: "x=\(sent)")["x"] == read)
    }

    @Test func `a pair without a name, a value or a sign between them is still a pair`() {
        let body = FormBody(text: "a&b=&=c&&d=e=f&a=g&%61=h")
        #expect(body.values == ["a": ["", "g", "h"], "b": [""], "": ["c"], "d": ["e=f"]])
        #expect(body["a"].isEmpty && body.all("a") == ["g", "h"] && body["none"].isEmpty)
    }

    @Test(arguments: Seeds.some)
    func `random bytes crash nothing and lose no sign that is none of ours`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<2_000 {
            let likely = Array("%+&=;4fA\u{0}ł".utf8)
            let bytes = Support.Samples.bytes(likely: likely, upTo: 40, &random)
            let text = String(decoding: bytes, as: UTF8.self)
            let body = FormBody(text: text)
            let pairs = text.utf8.split(separator: UInt8(ascii: "&")).count
            #expect(body.values.values.reduce(0) { $0 + $1.count } == pairs)
            for field in body.values.keys.map({ FieldName($0) }) {
                // Whatever it is, it is a value or a refusal.
                _ = try? body.amountIfAny(field)
                _ = try? body.count(field)
                _ = try? body.day(field)
                _ = body.isEmpty(field)
            }
        }
    }

    @Test(arguments: ["-1", "1.5", "1e3", "1 1", "٣", "0x10", "1,5", "ten"])
    func `an amount is whole digits, or it is refused beside its field`(typed: String) {
        for body in ["m-hours=\(typed)&m-minutes=0", "m-hours=0&m-minutes=\(typed)"] {
            #expect(throws: FieldRefusal.invalid(field: "m", .notWhole)) {
                try FormBody(text: body).amount("m")
            }
        }
    }

    private func word(_ random: inout SeededGenerator) -> String {
        let signs: [Character] = [
            "a", "Z", "0", " ", "+", "%", "&", "=", ";", "\n", "ł", "🐝", "\0",
        ]
        return String(
            (0..<Int.random(in: 0...8, using: &random)).map { _ in
                signs[Int.random(in: 0..<signs.count, using: &random)]
            }
        )
    }

    /// As one browser or another writes it: a blank as `+` or `%20`, hexadecimal large or small.
    private func escaped(_ text: String, _ random: inout SeededGenerator) -> String {
        let plain = Address.escaped(text)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: return plain
        case 1:
            return plain.split(separator: "%20", omittingEmptySubsequences: false)
                .joined(separator: "+")
        default:
            return text.utf8.map { byte in
                "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }.joined()
        }
    }
}
