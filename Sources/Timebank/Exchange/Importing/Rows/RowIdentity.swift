internal import Crypto

/// Identifies rows without an id by the SHA-256 of their cells and a counter among equal rows.
struct RowIdentity {
    // The number of rows seen so far by the first 8 bytes of their digest. That is enough to count
    // equal rows, and takes less memory than whole digests.
    private var seen: [UInt64: UInt32] = [:]

    /// Returns the reference of the next row, such as `sha256-9f86d0…-1`.
    ///
    /// It is the same each time a file is imported. Each cell is followed by a unit separator
    /// (0x1F) in the hash, so quotation marks and line ends have no influence.
    ///
    /// - cells: The cells to hash. Columns that the format ignores are left out, as they may differ
    ///   from one file to the next.
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
