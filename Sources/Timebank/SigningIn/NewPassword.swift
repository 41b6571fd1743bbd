/// A password that somebody may choose: long enough, and not one of those that are tried first.
///
/// No rules about capitals and signs: they make passwords that are forgotten, not ones that are
/// hard to guess.
package struct NewPassword: Sendable, CustomStringConvertible {
    /// How many characters it has at least.
    package static let lengthMin = 10
    private static let bytesMax = 1_000

    let text: String

    /// A password for somebody with this login.
    ///
    /// - Throws: ``SigningInRefusal/weakPassword``, or ``FieldRefusal/invalid(field:_:)`` for a
    ///   very long one.
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

    /// `abcdefghij`, `9876543210`: each character follows the one before it, up or down.
    private static func isRun(_ text: String) -> Bool {
        let codes = text.unicodeScalars.map { Int($0.value) }
        let steps = Set(zip(codes, codes.dropFirst()).map { $1 - $0 })
        return steps.isSubset(of: [1, -9]) || steps.isSubset(of: [-1, 9])
    }

    /// A common password twice, or with digits and signs behind it that add nothing.
    private static func isHalved(_ text: String) -> Bool {
        let stem = String(text.reversed().drop { !$0.isLetter }.reversed())
        let half = String(text.prefix(text.count / 2))
        return CommonPasswords.all.contains(stem) && text.count - stem.count < 5
            || half + half == text && CommonPasswords.all.contains(half)
    }
}
