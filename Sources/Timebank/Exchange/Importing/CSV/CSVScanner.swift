/// Splits the bytes of a CSV file into records with any number of cells.
///
/// It reads a chunk at a time and visits each byte once. It reuses one record, so that it no longer
/// allocates memory once the longest record was read.
struct CSVScanner {
    /// An error in a record, and the position of the cell that has it.
    typealias Flaw = (reason: ImportProblem.Reason, field: Int)

    /// The parser's state within a cell.
    enum State { case start, plain, quoted, afterQuote }

    /// The character between the cells.
    let separator: CSVSeparator
    /// The record that ``next()`` read last.
    private(set) var record = CSVRecord()
    /// The first error in ``record``.
    private(set) var flaw: Flaw?

    private let source: CSVReader.Source
    private var chunk: [UInt8]
    private var position = 0
    private var end = 0
    /// The number of bytes of the file before this chunk.
    private var offset = 0
    /// The current line of the file; the first is 1.
    private var line = 1
    /// The position in the file of the record's first byte.
    private var start = 0
    /// The position in the file of the last carriage return.
    ///
    /// A line feed right after it does not end another line.
    private var lastReturn = -2
    private var state = State.start
    private var fieldStart = 0
    private var isQuoted = false
    /// The bitwise OR of the record's bytes, which shows whether any is not ASCII.
    private var bits: UInt8 = 0

    /// Reads the first chunk, skips a byte-order mark and detects the separator.
    ///
    /// - Throws: ``ImportProblem`` for UTF-16, or an error of `source`.
    init(chunkSize: Int, _ source: @escaping CSVReader.Source) throws {
        self.source = source
        var chunk = [UInt8](repeating: 0, count: chunkSize)
        while end < chunk.count {
            let room = end
            let count = try chunk.withUnsafeMutableBytes { buffer in
                try source(UnsafeMutableRawBufferPointer(rebasing: buffer[room...]))
            }
            if count == 0 { break }
            end += count
        }
        if chunk.starts(with: [0xFF, 0xFE]) || chunk.starts(with: [0xFE, 0xFF]) {
            throw ImportProblem(line: 1, column: nil, value: "", reason: .utf16)
        }
        if chunk.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        separator = .detected(in: chunk[position..<end])
        self.chunk = chunk
    }

    /// Reads the next record, skipping empty lines; returns `false` at the end of the file.
    ///
    /// - Throws: ``ImportProblem`` if a record is larger than ``CSVRecord/bytesMax``, or an error
    ///   of the source.
    mutating func next() throws -> Bool {
        repeat {
            begin()
            var isDone = false
            while !isDone {
                if position == end { try requireEnd() }
                if position == end, try !refill() {
                    guard state != .start || record.count > 0 else { return false }
                    if state == .quoted { flaw = (.unclosedQuote, record.count) }
                    endField()
                    break
                }
                isDone = scanChunk()
            }
            try requireEnd()
        } while record.count == 1 && record.bytes.isEmpty && !isQuoted && flaw == nil
        if bits >= 0x80, flaw == nil { checkUTF8() }
        return true
    }

    /// Throws if the record is larger than ``CSVRecord/bytesMax``.
    ///
    /// Such a file is probably not CSV, and may be endless.
    private func requireEnd() throws {
        guard offset + position - start > CSVRecord.bytesMax else { return }
        throw ImportProblem(record, nil, at: 0, .recordTooLong)
    }

    private mutating func begin() {
        record.line = line
        start = offset + position
        record.bytes.removeAll(keepingCapacity: true)
        record.ends.removeAll(keepingCapacity: true)
        flaw = nil
        state = .start
        fieldStart = 0
        isQuoted = false
        bits = 0
    }

    private mutating func refill() throws -> Bool {
        offset += end
        position = 0
        end = 0
        let source = source
        end = try chunk.withUnsafeMutableBytes { try source($0) }
        return end > 0
    }

    /// Scans to the end of the record and returns `true`, or to the end of the chunk.
    private mutating func scanChunk() -> Bool {
        let chunk = chunk
        return chunk.withUnsafeBufferPointer { bytes in
            while position < end {
                switch state {
                case .start: scanStart(bytes)
                case .plain: if scanPlain(bytes) { return true }
                case .quoted: scanQuoted(bytes)
                case .afterQuote: scanAfterQuote(bytes)
                }
            }
            return false
        }
    }

    private mutating func scanStart(_ bytes: UnsafeBufferPointer<UInt8>) {
        let byte = bytes[position]
        if byte == UInt8(ascii: "\"") {
            state = .quoted
            isQuoted = true
            position += 1
        } else if byte == UInt8(ascii: "\n"), lastReturn == offset + position - 1 {
            // This line was already counted at the carriage return.
            position += 1
        } else {
            state = .plain
        }
    }

    /// Scans to the end of an unquoted cell; returns `true` if the record ends there too.
    private mutating func scanPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let separator = separator.rawValue
        var bits: UInt8 = 0
        var stop = position
        while stop < end {
            let byte = bytes[stop]
            if byte == separator || byte <= 0x0D && Self.isLineEndOrNull(byte) { break }
            bits |= byte
            stop += 1
        }
        self.bits |= bits
        append(bytes, upTo: stop)
        guard position < end else { return false }
        let byte = bytes[position]
        position += 1
        if byte == 0 {
            spoil(.nullByte)
            return false
        }
        endField()
        if byte == separator { return false }
        if byte == UInt8(ascii: "\r") { lastReturn = offset + position - 1 }
        line += 1
        return true
    }

    private mutating func scanQuoted(_ bytes: UnsafeBufferPointer<UInt8>) {
        var bits: UInt8 = 0
        var stop = position
        while stop < end {
            let byte = bytes[stop]
            if byte == UInt8(ascii: "\"") || byte == 0 { break }
            if byte <= 0x0D { countLine(byte, at: offset + stop) }
            bits |= byte
            stop += 1
        }
        self.bits |= bits
        append(bytes, upTo: stop)
        guard position < end else { return }
        position += 1
        if bytes[stop] == 0 { spoil(.nullByte) } else { state = .afterQuote }
    }

    /// Counts a line end inside quotation marks.
    ///
    /// - state: The position of `byte` in the file.
    private mutating func countLine(_ byte: UInt8, at state: Int) {
        if byte == UInt8(ascii: "\r") {
            lastReturn = state
            line += 1
        } else if byte == UInt8(ascii: "\n"), lastReturn != state - 1 {
            line += 1
        }
    }

    private mutating func scanAfterQuote(_ bytes: UnsafeBufferPointer<UInt8>) {
        let byte = bytes[position]
        if byte == UInt8(ascii: "\"") {
            append(bytes, upTo: position + 1)
            state = .quoted
            return
        }
        state = .plain
        if byte != separator.rawValue, byte > 0x0D || !Self.isLineEndOrNull(byte) {
            spoil(.textAfterQuote)
        }
    }

    /// Appends the bytes before `stop` to the cell, up to the maximum size of a cell.
    ///
    /// It appends nothing if the record already has an error.
    private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, upTo stop: Int) {
        let start = position
        position = stop
        guard flaw == nil, stop > start else { return }
        let room = CSVRecord.fieldBytesMax - (record.bytes.count - fieldStart)
        let fitting = bytes[start..<min(stop, start + room)]
        record.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: fitting))
        if fitting.count < stop - start { spoil(.fieldTooLong) }
    }

    private mutating func endField() {
        state = .start
        if record.count == CSVRecord.fieldsMax { return spoil(.recordTooWide) }
        fieldStart = record.bytes.count
        record.ends.append(fieldStart)
    }

    private mutating func spoil(_ reason: ImportProblem.Reason) {
        if flaw == nil { flaw = (reason, record.count) }
    }

    private mutating func checkUTF8() {
        for field in 0..<record.count where !UTF8Check.isValid(record[field].bytes) {
            flaw = (.notUTF8, field)
            return
        }
    }

    private static func isLineEndOrNull(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") || byte == 0
    }
}
