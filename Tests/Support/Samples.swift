/// Random inputs for property tests.
package enum Samples {
    /// Returns a text of at most `length` random scalars from an alphabet.
    package static func text(
        of alphabet: [Unicode.Scalar],
        upTo length: Int,
        _ random: inout some RandomNumberGenerator
    ) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0...length, using: &random) {
            text.unicodeScalars.append(alphabet.randomElement(using: &random) ?? " ")
        }
        return text
    }

    /// Returns at most `length` random bytes: 95 % from `likely`, and the others from all values.
    package static func bytes(
        likely: [UInt8],
        upTo length: Int,
        _ random: inout some RandomNumberGenerator
    ) -> [UInt8] {
        (0..<Int.random(in: 0...length, using: &random)).map { _ in
            Int.random(in: 0..<20, using: &random) == 0
                ? UInt8.random(in: .min ... .max, using: &random)
                : likely.randomElement(using: &random) ?? 0
        }
    }
}
