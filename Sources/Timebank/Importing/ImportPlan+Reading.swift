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
        private let progress: ImportProgress

        init(progress: ImportProgress) { self.progress = progress }

        /// Reads a file of transfers with a format's reader.
        ///
        /// - Throws: ``ImportProblem`` for a header that will not do, or what the source throws.
        mutating func transfers(
            _ reader: CSVReader,
            hasIDs: Bool,
            _ read: (CSVRecord, inout TransferList) throws(ImportProblem) -> Void
        ) throws -> Content {
            var list = TransferList(hasIDs: hasIDs)
            try each(of: reader) { record throws(ImportProblem) in try read(record, &list) }
            list.settle(noting: &problems)
            return .transfers(list)
        }

        /// Reads a file of anything else, a row at a time.
        mutating func rows<Row: ImportedRow>(
            _ reader: CSVReader,
            _ make: (RowCells, String) throws(ImportProblem) -> Row
        ) throws -> Content {
            let columns = FileColumns(reader.header)
            var identity = RowIdentity()
            var rows: [Row] = []
            try each(of: reader) { record throws(ImportProblem) in
                let cells = RowCells(record, columns)
                let own = try cells["id"].map { cell throws(ImportProblem) in
                    String(
                        decoding: try CellText.reference(cell, at: (record.line, "id")),
                        as: UTF8.self
                    )
                }
                rows.append(try make(cells, own ?? identity.reference(of: record)))
            }
            return .rows(rows)
        }

        private mutating func each(
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
    /// Reads a file in our own format.
    mutating func commonhour(
        _ kind: ImportKind,
        _ source: @escaping CSVReader.Source
    ) throws -> ImportPlan.Content {
        let reader = try CSVReader(source)
        let columns = FileColumns(reader.header)
        for column in kind.required { _ = try columns.place(of: column) }
        unused = columns.unused(besides: kind.columns + kind.further)
        switch kind {
        case .network: return try rows(reader, NetworkRow.init(_:reference:))
        case .policy: return try rows(reader, PolicyRow.init(_:reference:))
        case .organisations: return try rows(reader, OrganisationRow.init(_:reference:))
        case .members: return try rows(reader, MemberRow.init(_:reference:))
        case .opportunities: return try rows(reader, OpportunityRow.init(_:reference:))
        case .offers: return try rows(reader, OfferRow.init(_:reference:))
        case .hours: return try rows(reader, HoursRow.init(_:reference:))
        case .staff: return try rows(reader, StaffRow.init(_:reference:))
        case .offices: return try rows(reader, OfficeRow.init(_:reference:))
        case .guardians: return try rows(reader, GuardianRow.init(_:reference:))
        case .relatives: return try rows(reader, RelativeRow.init(_:reference:))
        case .reversals: return try rows(reader, ReversalRow.init(_:reference:))
        case .holds: return try rows(reader, HoldRow.init(_:reference:))
        case .redemptions: return try rows(reader, RedemptionRow.init(_:reference:))
        case .transfers:
            let format = try CommonhourTransfers(columns)
            return try transfers(reader, hasIDs: true) {
                record,
                list throws(ImportProblem) in try format.read(record, into: &list)
            }
        }
    }
}
