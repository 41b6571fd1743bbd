internal import Crypto

/// Knows rows again that have no id: by the SHA-256 of their text and their number among equals.
struct RowIdentity {
    private var seen: [SHA256.Digest: Int] = [:]

    /// The reference of a row, such as `sha256-9f86d0…-1`; the same in another run.
    ///
    /// The text is the row's cells with a unit separator after each, so it does not depend on how
    /// a program quotes them or ends its lines.
    mutating func reference(of record: CSVRecord) -> String {
        var hash = SHA256()
        for place in 0..<record.count {
            record[place].bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
            hash.update(data: [0x1F])
        }
        let digest = hash.finalize()
        seen[digest, default: 0] += 1
        var text = "sha256-"
        for byte in digest { text += (byte < 16 ? "0" : "") + String(byte, radix: 16) }
        return "\(text)-\(seen[digest, default: 0])"
    }
}
