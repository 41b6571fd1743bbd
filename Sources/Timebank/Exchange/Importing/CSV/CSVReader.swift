/// Reads a CSV file record by record, in memory that does not grow with the file.
///
/// It accepts RFC 4180 and common variants: any line end, a byte-order mark, semicolons or tabs as
/// separators, blank lines. A record that cannot be read, or has more or fewer cells than the
/// header, is reported as a problem and skipped, so that the rest of the file is still checked.
package struct CSVReader {
    /// Fills a buffer from its start and returns the number of bytes; 0 at the end of the file.
    package typealias Source = (UnsafeMutableRawBufferPointer) throws -> Int

    /// The names of the columns.
    package private(set) var header: CSVHeader
    /// The character between the cells.
    package var separator: CSVSeparator { scanner.separator }

    private var scanner: CSVScanner

    /// Creates a reader of a file whose first record is its header.
    ///
    /// - Parameters:
    ///   - chunkSize: the number of bytes to read at a time; the header should fit into the first
    ///     chunk, because the separator is detected there.
    ///   - source: reads the bytes of the file.
    /// - Throws: ``ImportProblem`` if there is no readable header, or an error of `source`.
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

    /// Creates a reader of a file without a header, whose columns are known.
    ///
    /// - Throws: ``ImportProblem`` if the file is UTF-16, or an error of `source`.
    package init(columns: [String], _ source: @escaping Source) throws {
        scanner = try CSVScanner(chunkSize: 256 * 1024, source)
        header = CSVHeader(names: columns)
    }

    /// Creates a reader that replaces the names in the file's header by these.
    ///
    /// - Throws: ``ImportProblem`` if there is no readable header, or an error of `source`.
    init(renaming columns: [String], _ source: @escaping Source) throws {
        try self.init(source)
        header = CSVHeader(names: columns)
    }

    /// Returns the trimmed cells of a file's first record, which may or may not be a header.
    ///
    /// - Throws: ``ImportProblem`` if there is no readable record, or an error of `source`.
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

    /// Creates a reader of bytes in memory.
    ///
    /// - Throws: ``ImportProblem`` if there is no readable header.
    package init(bytes: [UInt8]) throws {
        try self.init(Self.source(of: bytes))
    }

    /// Returns the next record with as many cells as the header, or `nil` at the end of the file.
    ///
    /// Other records are reported in `problems` and skipped.
    ///
    /// - Throws: ``ImportProblem`` if a record exceeds ``CSVRecord/bytesMax``, or an error of the
    ///   source.
    package mutating func next(noting problems: inout ProblemList) throws -> CSVRecord? {
        while try scanner.next() {
            guard let problem else { return scanner.record }
            problems.note(problem)
        }
        return nil
    }

    /// Returns a source of bytes in memory, which gives at most `chunkSize` of them at a time.
    package static func source(of bytes: [UInt8], chunkSize: Int = .max) -> Source {
        var rest = bytes[...]
        return { buffer in
            let chunk = rest.prefix(min(buffer.count, chunkSize))
            rest = rest.dropFirst(chunk.count)
            buffer.copyBytes(from: chunk)
            return chunk.count
        }
    }

    /// What is wrong with the record that was just read, if anything.
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
