/// Random inputs for property tests.
package enum Samples {
    /// Up to `length` random scalars of an alphabet.
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

    /// Up to `length` random bytes, most of them from `likely`.
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
