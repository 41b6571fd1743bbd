/// The character between the cells of a CSV file.
package enum CSVSeparator: UInt8, CaseIterable, Sendable {
    case comma = 0x2C
    case semicolon = 0x3B
    case tab = 0x09

    /// Returns the separator that occurs most often outside quotation marks in the first record
    /// that is not blank; a comma if there is none.
    static func detected(in bytes: some Sequence<UInt8>) -> CSVSeparator {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        var isBlank = true
        for byte in bytes {
            let isLineEnd = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
            if isLineEnd, !isQuoted {
                if isBlank { continue }
                break
            }
            isBlank = false
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if !isQuoted { counts[byte, default: 0] += 1 }
        }
        var best = CSVSeparator.comma
        for separator in allCases
        where counts[separator.rawValue, default: 0] > counts[best.rawValue, default: 0] {
            best = separator
        }
        return best
    }
}
