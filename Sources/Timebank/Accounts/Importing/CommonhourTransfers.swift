internal import Ledger

/// Reads transfers in Commonhour's own format: `id,at,from,to,minutes,kind,memo`.
struct CommonhourTransfers {
    private let columns: FileColumns
    private let id: Int
    private let at: Int
    private let from: Int
    private let to: Int
    private let minutes: Int
    private let kind: Int
    private let memo: Int?

    /// Creates a reader for a file with these columns.
    ///
    /// - Throws: ``ImportProblem`` where a column is missing.
    init(_ columns: FileColumns) throws(ImportProblem) {
        self.columns = columns
        id = try columns.position(of: "id")
        at = try columns.position(of: "at")
        from = try columns.position(of: "from")
        to = try columns.position(of: "to")
        minutes = try columns.position(of: "minutes")
        kind = try columns.position(of: "kind")
        memo = columns["memo"]
    }

    /// Parses a row and adds it to the list.
    ///
    /// - Throws: ``ImportProblem`` with the first invalid cell.
    func read(_ record: CSVRecord, into list: inout TransferList) throws(ImportProblem) {
        guard let moment = record[at].trimmed.instant?.microseconds else {
            throw problem(record, at, .notMoment)
        }
        guard let kind = TransferKind(name: record[kind].trimmed.text) else {
            throw problem(record, kind, .noKind)
        }
        guard let minutes = record[minutes].trimmed.integer,
            Minutes.movable.contains(Minutes(minutes))
        else { throw problem(record, minutes, .notMinutes) }
        let row = TransferRow(
            line: record.line,
            reference: try CellText.reference(
                record[id],
                at: (record.line, columns.names[id])
            ),
            at: moment,
            from: try account(record, from, moment, &list.names),
            to: try account(record, to, moment, &list.names),
            minutes: minutes,
            kind: kind,
            memo: try memo.map { position throws(ImportProblem) in
                // The memo of a reversal is a reference, which is compared byte by byte.
                kind == .reversal
                    ? record[position].unguarded.trimmed.bytes
                    : try CellText.words(
                        record[position],
                        at: (record.line, columns.names[position])
                    )
            } ?? []
        )
        try list.add(row)
    }

    private func account(
        _ record: CSVRecord,
        _ position: Int,
        _ moment: Int64,
        _ names: inout AccountNames
    ) throws(ImportProblem) -> Int {
        guard let account = names.position(of: record[position].trimmed.text, at: moment) else {
            throw problem(record, position, .noAccount)
        }
        return account
    }

    private func problem(
        _ record: CSVRecord,
        _ position: Int,
        _ reason: ImportProblem.Reason
    ) -> ImportProblem {
        ImportProblem(
            record,
            columns.names[position],
            at: position,
            record[position].trimmed.isEmpty ? .missing : reason
        )
    }
}

extension FileReading {
    /// Reads a file of transfers in Commonhour's own format.
    static let transfers = FileReading { sheet, file in
        let reader = try file.reader
        let format = try CommonhourTransfers(FileColumns(reader.header))
        let list = TransferList(hasIDs: true, dated: "at")
        return try sheet.transfers(reader, into: list) {
            record,
            list throws(ImportProblem) in try format.read(record, into: &list)
        }
    }
}

extension ImportPlan.Sheet {
    /// Reads a file of transfers; `read` parses each row in the file's format.
    ///
    /// - Throws: ``ImportProblem`` for an invalid header, or an error of the source.
    mutating func transfers(
        _ reader: CSVReader,
        into list: TransferList,
        _ read: (CSVRecord, inout TransferList) throws(ImportProblem) -> Void
    ) throws -> TransferList {
        var list = list
        try each(of: reader) { record throws(ImportProblem) in try read(record, &list) }
        list.settle(noting: &problems)
        return list
    }
}

extension TransferList: ImportContent {
    func write(at desk: Desk, progress: ImportProgress) throws -> ImportTally {
        var writing = try TransferWriting(self, at: desk, progress: progress)
        return try writing.run()
    }
}
