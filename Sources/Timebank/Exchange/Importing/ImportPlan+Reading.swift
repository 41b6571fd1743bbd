internal import Ledger

extension ImportPlan {
    /// What was read from a file before it was checked as a whole.
    struct Sheet {
        var problems = ProblemList()
        /// How many rows were read, bad ones too.
        var rows = 0
        /// How many amounts were rounded to whole minutes.
        var rounded = 0
        /// Columns that nothing was read from.
        var unused: [String] = []
        /// What rows say and is left out all the same.
        var dropped = ProblemList()
        private let progress: ImportProgress

        init(progress: ImportProgress) { self.progress = progress }

        /// Checks a file a row at a time; it is read again to be written.
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
                // What it is known by comes later, for that says nothing of the row.
                if let cell = try make(cells, "").dropped { dropped.note(cell) }
            }
            self.dropped = dropped
            return RowFile(count: rows, columns, unread: unused, open: open, make: make)
        }

        /// Checks a file of one kind of rows.
        mutating func rows<Row: ImportedRow>(
            _ open: @escaping @Sendable () throws -> CSVReader,
            of _: Row.Type
        ) throws -> RowFile {
            try rows(open) { cells, reference throws(ImportProblem) -> Row in
                try Row(cells, reference: reference)
            }
        }

        /// Goes through a file's rows, and notes those that will not do.
        mutating func each(
            of reader: CSVReader,
            _ body: (CSVRecord) throws(ImportProblem) -> Void
        ) throws {
            var reader = reader
            while let record = try reader.next(noting: &problems) {
                // Spreadsheets leave rows of nothing but separators at the end.
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
    mutating func read(
        _ kind: FileKind,
        _ format: ImportFormat,
        _ file: OpenFile
    ) throws -> any ImportContent {
        guard let reading = format.reading(of: kind) else {
            throw ImportProblem(line: 1, column: nil, value: kind.name, reason: .noSuchFile)
        }
        // Files of other programs know themselves what columns they have.
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
