/// Reads a CSV file record by record, in memory that does not grow with the file.
///
/// RFC 4180, and what real files do besides: any line end, a byte-order mark, semicolons or tabs
/// for commas, blank lines. A record that cannot be read, or has more or fewer cells than the
/// header, is noted as a problem and passed over; the rest of the file is still checked.
package struct CSVReader {
    /// Fills the buffer from its beginning and says with how many bytes; 0 at the end of the file.
    package typealias Source = (UnsafeMutableRawBufferPointer) throws -> Int

    /// The names of the columns.
    package private(set) var header: CSVHeader
    /// What stands between the cells.
    package var separator: CSVSeparator { scanner.separator }

    private var scanner: CSVScanner

    /// A reader of a file whose first record is its header.
    ///
    /// - Parameters:
    ///   - chunkSize: how many bytes are read at a time; the header should fit in the first chunk,
    ///     where the separator is looked for.
    ///   - source: gives the bytes of the file.
    /// - Throws: ``ImportProblem`` if there is no header that can be read, or what `source` throws.
    package init(chunkSize: Int = 256 * 1024, _ source: @escaping Source) throws {
        scanner = try CSVScanner(chunkSize: chunkSize, source)
        guard try scanner.next() else {
            throw ImportProblem(line: 1, column: nil, value: "", reason: .emptyFile)
        }
        if let flaw = scanner.flaw {
            throw ImportProblem(scanner.record, nil, at: flaw.field, flaw.reason)
        }
        header = try CSVHeader(scanner.record)
    }

    /// A reader of a file without a header, whose columns are known beforehand.
    ///
    /// - Throws: ``ImportProblem`` if the file is no text, or what `source` throws.
    package init(columns: [String], _ source: @escaping Source) throws {
        scanner = try CSVScanner(chunkSize: 256 * 1024, source)
        header = CSVHeader(names: columns)
    }

    /// A reader of a file whose columns are known beforehand, whatever its header calls them.
    ///
    /// - Throws: ``ImportProblem`` if there is no header that can be read, or what `source` throws.
    init(renaming columns: [String], _ source: @escaping Source) throws {
        try self.init(source)
        header = CSVHeader(names: columns)
    }

    /// The cells of a file's first record, without blanks around them, whether or not they are its
    /// header.
    ///
    /// - Throws: ``ImportProblem`` if there is no record, or what `source` throws.
    static func firstRecord(_ source: @escaping Source) throws -> [String] {
        var scanner = try CSVScanner(chunkSize: 256 * 1024, source)
        guard try scanner.next() else {
            throw ImportProblem(line: 1, column: nil, value: "", reason: .emptyFile)
        }
        let record = scanner.record
        if let flaw = scanner.flaw {
            throw ImportProblem(record, nil, at: flaw.field, flaw.reason)
        }
        return (0..<record.count).map { record[$0].trimmed.readable }
    }

    /// A reader of bytes that are in memory.
    ///
    /// - Throws: ``ImportProblem`` if there is no header that can be read.
    package init(bytes: [UInt8]) throws {
        try self.init(Self.source(of: bytes))
    }

    /// The next record that fits the header, or `nil` at the end of the file.
    ///
    /// - Throws: what the source throws.
    package mutating func next(noting problems: inout ProblemList) throws -> CSVRecord? {
        while try scanner.next() {
            guard let problem else { return scanner.record }
            problems.note(problem)
        }
        return nil
    }

    /// A source that gives bytes in memory, `chunkSize` at a time.
    package static func source(of bytes: [UInt8], chunkSize: Int = .max) -> Source {
        var rest = bytes[...]
        return { buffer in
            let chunk = rest.prefix(min(buffer.count, chunkSize))
            rest = rest.dropFirst(chunk.count)
            buffer.copyBytes(from: chunk)
            return chunk.count
        }
    }

    /// What is wrong with the record that was just scanned.
    private var problem: ImportProblem? {
        let record = scanner.record
        if let flaw = scanner.flaw {
            return ImportProblem(record, header.name(at: flaw.field), at: flaw.field, flaw.reason)
        }
        let expected = header.names.count
        if record.count == expected { return nil }
        let reason: ImportProblem.Reason =
            record.count < expected
            ? .tooFewFields(record.count, of: expected)
            : .tooManyFields(record.count, of: expected)
        return ImportProblem(record, nil, at: 0, reason)
    }
}
