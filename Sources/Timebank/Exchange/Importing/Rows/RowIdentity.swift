internal import Crypto

/// Knows rows again that have no id: by the SHA-256 of their text and their number among equals.
struct RowIdentity {
    // A few bytes of each digest tell rows apart well enough to number equal ones.
    private var seen: [UInt64: UInt32] = [:]

    /// The reference of a row, such as `sha256-9f86d0…-1`; the same in another run.
    ///
    /// - cells: The cells that are read; what a format passes over may change from one file to the
    ///   next. Each is followed by a unit separator, so it does not count how a program quotes them
    ///   or ends its lines.
    mutating func reference(of cells: [ArraySlice<UInt8>]) -> String {
        var hash = SHA256()
        for cell in cells {
            cell.withUnsafeBytes { hash.update(bufferPointer: $0) }
            hash.update(data: [0x1F])
        }
        let digest = hash.finalize()
        let short = digest.prefix(8).reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
        seen[short, default: 0] += 1
        var text = Array("sha256-".utf8)
        let digits: StaticString = "0123456789abcdef"
        for byte in digest {
            text.append(digits.utf8Start[Int(byte >> 4)])
            text.append(digits.utf8Start[Int(byte & 15)])
        }
        return "\(String(decoding: text, as: UTF8.self))-\(seen[short, default: 0])"
    }
}
