/// Writes CSV as in RFC 4180: commas, quotation marks where needed, CR LF after each record.
///
/// A cell that a spreadsheet would run as a formula gets one leading apostrophe, which
/// ``CSVField/unguarded`` removes. Texts must not contain NUL, which ``CSVReader`` refuses.
package enum CSVWriter {
    /// Appends a record to `output`.
    package static func append(_ fields: some Sequence<String>, to output: inout [UInt8]) {
        let start = output.count
        var isFirst = true
        for field in fields {
            if !isFirst { output.append(UInt8(ascii: ",")) }
            isFirst = false
            append(field, to: &output)
        }
        // A record of one empty cell would be a blank line, which readers skip. It is written as
        // `""`.
        if output.count == start { output.append(contentsOf: [0x22, 0x22]) }
        output.append(contentsOf: [0x0D, 0x0A])
    }

    private static func append(_ field: String, to output: inout [UInt8]) {
        var field = field
        field.withUTF8 { bytes in
            let needsQuotes = needsQuotes(bytes)
            if needsQuotes { output.append(UInt8(ascii: "\"")) }
            if FormulaGuard.isNeeded(for: bytes) { output.append(UInt8(ascii: "'")) }
            if needsQuotes {
                for byte in bytes {
                    if byte == UInt8(ascii: "\"") { output.append(byte) }
                    output.append(byte)
                }
                output.append(UInt8(ascii: "\""))
            } else {
                output.append(contentsOf: bytes)
            }
        }
    }

    /// Whether the cell needs quotation marks.
    ///
    /// Semicolons and tabs need them so that readers do not detect them as the separator, and a
    /// byte-order mark so that it is not taken for the file's own.
    private static func needsQuotes(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        for byte in bytes {
            switch byte {
            case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\""), 0x09, 0x0A, 0x0D:
                return true
            default: continue
            }
        }
        return bytes.starts(with: [0xEF, 0xBB, 0xBF])
    }
}
