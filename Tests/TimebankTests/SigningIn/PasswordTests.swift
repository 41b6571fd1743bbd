internal import Support
internal import Testing
@testable internal import Timebank

@Suite struct PasswordTests {
    let salt: [UInt8] = Array(0..<16)

    @Test func `a password is kept with how it was hashed, and is known again`() throws {
        let hash = try PasswordHash(of: "five warm loaves", salt: salt, cost: .cheap)
        let kept = try #require(PasswordHash(hash.description))
        #expect(kept == hash)
        #expect(hash.description.hasPrefix("scrypt$2$1$1$"))
        #expect(try kept.matches("five warm loaves"))
        #expect(try !kept.matches("five warm loave"))
        #expect(try !kept.matches(""))
    }

    @Test func `the usual cost is what the security guide asks for`() throws {
        let hash = try PasswordHash(of: "five warm loaves", salt: salt, cost: .standard)
        #expect(hash.description.hasPrefix("scrypt$15$8$3$"))
        #expect(try hash.matches("five warm loaves"))
    }

    @Test func `nobody's password matches nothing, at the same cost`() throws {
        let nobody = PasswordHash.nobodys(.cheap)
        #expect(try !nobody.matches(""))
        #expect(try !nobody.matches("five warm loaves"))
    }

    @Test(arguments: [
        "", "scrypt", "scrypt$2$1$1$AAAA$", "scrypt$99$1$1$AAAA$AAAA", "md5$2$1$1$AAAA$AAAA",
        "scrypt$2$1$1$AA*A$AAAA", "scrypt$x$1$1$AAAA$AAAA",
    ])
    func `what was never a hash is not read as one`(_ text: String) {
        #expect(PasswordHash(text) == nil)
    }

    @Test(arguments: [
        "short", "password123", "P a s s w o r d 1 2 3", "aaaaaaaaaaaa", "abcdefghijkl",
        "9876543210", "qwertyuiop", "Liverpool2019", "january2020", "haslohaslo",
        "ada@example.org",
    ])
    func `a password that is tried first is refused`(_ text: String) {
        #expect(throws: SigningInRefusal.weakPassword) {
            try NewPassword(text, login: "Ada@example.org")
        }
    }

    @Test(arguments: [
        "five warm loaves", "zażółć gęślą jaźń", "correct horse 9 battery", "ħæ¶ŧ→łøþ»ß€",
    ])
    func `a password of a few words is welcome, in any script`(_ text: String) throws {
        _ = try NewPassword(text, login: nil)
    }

    @Test(arguments: Seeds.some)
    func `bytes as base64url come back, and nothing else is read`(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let bytes = Samples.bytes(likely: [0, 255], upTo: 40, &random)
            #expect(Base64URL.decode(Base64URL.encode(bytes)[...]) == bytes)
        }
        #expect(Base64URL.decode("A") == nil)
        #expect(Base64URL.decode("AB") == nil)
        #expect(Base64URL.decode("AA==") == nil)
    }

    @Test(arguments: Seeds.some)
    func `a code is read as people write it`(_ seed: UInt64) throws {
        let random = SharedGenerator(seed: seed)
        let code = SetUpCode(drawing: Dice { random.next() })
        #expect(code.revealed.count == 29)
        let typed = code.revealed.lowercased().replacing("-", with: " ")
            .replacing("0", with: "o").replacing("1", with: "l")
        #expect(SetUpCode(typed) == code)
        #expect(SetUpCode(String(code.revealed.dropLast())) == nil)
        #expect("\(code)" == "a code")
    }

    @Test(arguments: [
        ("192.0.2.7", "192.0.2.7"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("2001:db8::1", "2001:db8:0:0::"), ("::1", "0:0:0:0::"), ("::ffff:192.0.2.7", "192.0.2.7"),
        ("fe80::1%eth0", "fe80:0:0:0::"), ("1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8:9"), ("", ""),
    ])
    func `tries are counted by household`(_ text: String, _ counted: String) {
        #expect(ClientAddress(text).description == counted)
    }
}

/// A generator that a closure can share.
private final class SharedGenerator: @unchecked Sendable {
    private var generator: SeededGenerator
    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }
    func next() -> UInt64 { generator.next() }
}
