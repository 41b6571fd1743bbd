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

        /// Reads a file of transfers with a format's reader.
        ///
        /// - Throws: ``ImportProblem`` for a header that will not do, or what the source throws.
        mutating func transfers(
            _ reader: CSVReader,
            into list: TransferList,
            _ read: (CSVRecord, inout TransferList) throws(ImportProblem) -> Void
        ) throws -> Content {
            var list = list
            try each(of: reader) { record throws(ImportProblem) in try read(record, &list) }
            list.settle(noting: &problems)
            return .transfers(list)
        }

        /// Checks a file of anything else, a row at a time; it is read again to be written.
        mutating func rows<Row: ImportedRow>(
            _ open: @escaping @Sendable () throws -> CSVReader,
            _ make: @escaping @Sendable (RowCells, String) throws(ImportProblem) -> Row
        ) throws -> Content {
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
            return .rows(RowFile(count: rows, columns, unread: unused, open: open, make: make))
        }

        /// Checks a file of one kind of rows.
        mutating func rows<Row: ImportedRow>(
            _ open: @escaping @Sendable () throws -> CSVReader,
            of _: Row.Type
        ) throws -> Content {
            try rows(open) { cells, reference throws(ImportProblem) -> Row in
                try Row(cells, reference: reference)
            }
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
        _ bytes: @escaping ImportBytes
    ) throws -> ImportPlan.Content {
        let open: @Sendable () throws -> CSVReader = { try CSVReader(bytes()) }
        let reader = try open()
        let columns = FileColumns(reader.header)
        for column in kind.required { _ = try columns.place(of: column) }
        unused = columns.unused(besides: kind.columns + kind.further)
        switch kind {
        case .network: return try rows(open, of: NetworkRow.self)
        case .policy: return try rows(open, of: PolicyRow.self)
        case .organisations: return try rows(open, of: OrganisationRow.self)
        case .members: return try rows(open, of: MemberRow.self)
        case .opportunities: return try rows(open, of: OpportunityRow.self)
        case .offers: return try rows(open, of: OfferRow.self)
        case .hours: return try rows(open, of: HoursRow.self)
        case .staff: return try rows(open, of: StaffRow.self)
        case .offices: return try rows(open, of: OfficeRow.self)
        case .guardians: return try rows(open, of: GuardianRow.self)
        case .relatives: return try rows(open, of: RelativeRow.self)
        case .reversals: return try rows(open, of: ReversalRow.self)
        case .holds: return try rows(open, of: HoldRow.self)
        case .redemptions: return try rows(open, of: RedemptionRow.self)
        case .transfers:
            let format = try CommonhourTransfers(columns)
            let list = TransferList(hasIDs: true, dated: "at")
            return try transfers(reader, into: list) {
                record,
                list throws(ImportProblem) in try format.read(record, into: &list)
            }
        }
    }
}
