internal import Ledger

extension ImportPlan {
    /// The results collected while a file is read.
    struct Sheet {
        var problems = ProblemList()
        /// The number of data rows read, rows with errors included.
        var rows = 0
        /// The number of amounts that were rounded to whole minutes.
        var rounded = 0
        /// The names of columns that the import does not use.
        var unused: [String] = []
        /// Cells that are not imported although their rows are, and why.
        var dropped = ProblemList()
        private let progress: ImportProgress

        init(progress: ImportProgress) { self.progress = progress }

        /// Checks a file row by row without keeping the rows; it is read again when written.
        ///
        /// - open: Opens the file at its first data row, each time it is called.
        /// - make: Creates a row from its cells and the reference that identifies it.
        mutating func rows<Row: ImportedRow>(
            _ open: @escaping @Sendable () throws -> CSVReader,
            _ make: @escaping @Sendable (RowCells, String) throws(ImportProblem) -> Row
        ) throws -> RowFile {
            let reader = try open()
            let columns = FileColumns(reader.header)
            var dropped = ProblemList()
            try each(of: reader) { record throws(ImportProblem) in
                let cells = RowCells(record, columns)
                if Row.isReferenced, let cell = cells["id"] {
                    _ = try CellText.reference(cell, at: (record.line, "id"))
                }
                // The reference is given when the file is written; it has no influence on whether a
                // row is valid.
                if let cell = try make(cells, "").dropped { dropped.note(cell) }
            }
            self.dropped = dropped
            return RowFile(count: rows, columns, unread: unused, open: open, make: make)
        }

        /// Checks a file whose rows are all of one type.
        mutating func rows<Row: ImportedRow>(
            _ open: @escaping @Sendable () throws -> CSVReader,
            of _: Row.Type
        ) throws -> RowFile {
            try rows(open) { cells, reference throws(ImportProblem) -> Row in
                try Row(cells, reference: reference)
            }
        }

        /// Passes each row that is not blank to `body`, and collects the errors it throws.
        mutating func each(
            of reader: CSVReader,
            _ body: (CSVRecord) throws(ImportProblem) -> Void
        ) throws {
            var reader = reader
            while let record = try reader.next(noting: &problems) {
                // Spreadsheets write rows of separators only at the end of a file.
                if record.isBlank { continue }
                rows += 1
                progress.tell(.reading, rows, of: nil)
                do throws(ImportProblem) {
                    try body(record)
                } catch {
                    problems.note(error)
                }
            }
        }
    }
}

extension ImportPlan.Sheet {
    /// Reads a file of a kind in a format.
    ///
    /// - Throws: ``ImportProblem`` if the format has no such kind or a required column is missing.
    mutating func read(
        _ kind: FileKind,
        _ format: ImportFormat,
        _ file: OpenFile
    ) throws -> any ImportContent {
        guard let reading = format.reading(of: kind) else {
            throw ImportProblem(line: 1, column: nil, value: kind.name, reason: .noSuchFile)
        }
        // The readers for other programs' files check their columns themselves.
        if format == .commonhour { try require(kind.columns, in: FileColumns(file.reader.header)) }
        return try reading.read(&self, file)
    }

    private mutating func require(_ columns: [FileKind.Column], in found: FileColumns) throws {
        for column in columns where column.isRequired { _ = try found.position(of: column.name) }
        unused = found.unused(besides: columns.map(\.name))
    }
}

extension ImportProblem.Reason {
    fileprivate static var noSuchFile: Self {
        Self(
            code: "wrong-file",
            sentence: "The program that wrote it has no file of this kind. Choose another kind, or "
                + "another format."
        )
    }
}
