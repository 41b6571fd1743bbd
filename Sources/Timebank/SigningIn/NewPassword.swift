/// A chosen password that meets the rules.
///
/// It has at least ten characters, of which five differ, and is not a sequence, a common password,
/// or the login. There are no rules about capitals and symbols, which make passwords easier to
/// forget but not harder to guess.
package struct NewPassword: Sendable, CustomStringConvertible {
    /// The minimum length, in characters.
    package static let lengthMin = 10
    private static let bytesMax = 1_000

    let text: String

    /// Validates a password for a person with this login.
    ///
    /// - Throws: ``SigningInRefusal/weakPassword``, or ``FieldRefusal/invalid(field:_:)`` if it is
    ///   longer than 1,000 bytes.
    package init(_ text: String, login: String?) throws {
        let text = TypedPassword(text).text
        guard text.utf8.count <= Self.bytesMax else {
            throw Fields.password.refusal(.tooLong(most: Self.bytesMax))
        }
        let plain = Self.plain(text)
        guard text.count >= Self.lengthMin, Set(plain).count > 4, !Self.isRun(plain),
            !CommonPasswords.all.contains(plain), !Self.isHalved(plain),
            login.map({ Self.plain($0) != plain }) ?? true
        else { throw SigningInRefusal.weakPassword }
        self.text = text
    }

    package var description: String { "a password" }

    private static func plain(_ text: String) -> String {
        Words.fold(text).filter { !$0.isWhitespace }
    }

    /// Whether the text is a sequence such as `abcdefghij` or `9876543210`, up or down.
    private static func isRun(_ text: String) -> Bool {
        let codes = text.unicodeScalars.map { Int($0.value) }
        let steps = Set(zip(codes, codes.dropFirst()).map { $1 - $0 })
        return steps.isSubset(of: [1, -9]) || steps.isSubset(of: [-1, 9])
    }

    /// Whether it is a common password twice, or with up to four digits or symbols appended.
    private static func isHalved(_ text: String) -> Bool {
        let stem = String(text.reversed().drop { !$0.isLetter }.reversed())
        let half = String(text.prefix(text.count / 2))
        return CommonPasswords.all.contains(stem) && text.count - stem.count < 5
            || half + half == text && CommonPasswords.all.contains(half)
    }
}
