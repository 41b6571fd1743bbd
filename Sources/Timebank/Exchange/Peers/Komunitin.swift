internal import Ledger

/// Reads Komunitin's payments, from a list kept by hand or from its export.
///
/// The list has the columns `payer,payee,description,amount`; the export has `id`, `createdAt` or
/// `created`, `payer.code`, `payee.code`, `state` and more.
struct KomunitinTransfers {
    private let columns: FileColumns
    private let payer: Int
    private let payee: Int
    private let description: Int
    private let amount: Int
    private let id: Int?
    private let created: Int?
    private let state: Int?
    /// The minutes in one credit.
    private let credit: Int64
    /// The positions of the columns that identify a row without an id.
    private let identifying: [Int]
    private var identity = RowIdentity()
    /// The number of amounts that were rounded to whole minutes.
    private(set) var rounded = 0

    /// Creates a reader for a file with these columns.
    ///
    /// - credit: The minutes in one credit of the network.
    /// - Throws: ``ImportProblem`` if a required column is missing.
    init(_ columns: FileColumns, credit: Minutes) throws(ImportProblem) {
        self.columns = columns
        self.credit = credit.count
        payer = try columns.position(ofAny: ["payer", "payer.code"])
        payee = try columns.position(ofAny: ["payee", "payee.code"])
        description = try columns.position(of: "description")
        amount = try columns.position(of: "amount")
        id = columns["id"]
        created = columns["createdat"] ?? columns["created"]
        state = columns["state"]
        identifying = [payer, payee, description, amount, created].compactMap(\.self).sorted()
    }

    /// Whether the file has a column of ids.
    var hasIDs: Bool { id != nil }

    /// The name of the column with the time.
    var dated: String { created.map { columns.names[$0] } ?? "createdAt" }

    /// The names of columns that the import does not use.
    var unused: [String] {
        let used = Set([payer, payee, description, amount, id, created, state].compactMap(\.self))
        return columns.names.indices.filter { !used.contains($0) }.map { columns.names[$0] }
            .filter { !$0.isEmpty }
    }

    /// Reads a row and adds its transfer to the list.
    ///
    /// Without a time column the transfer gets the time of the import.
    ///
    /// - Throws: ``ImportProblem`` for the first cell that has an error.
    mutating func read(
        _ record: CSVRecord,
        into list: inout TransferList
    ) throws(ImportProblem) {
        if let state, record[state].trimmed.text.lowercased() != "committed" {
            throw problem(record, state, .notCommitted)
        }
        let moment = try moment(record)
        let from = try account(record, payer, moment, &list.names)
        let to = try account(record, payee, moment, &list.names)
        let minutes = try minutes(record)
        let reference = try reference(record)
        try list.add(
            TransferRow(
                line: record.line,
                reference: reference,
                at: moment,
                from: from,
                to: to,
                minutes: minutes,
                kind: .exchange,
                memo: try CellText.words(
                    record[description],
                    at: (record.line, columns.names[description])
                )
            )
        )
    }

    private mutating func minutes(_ record: CSVRecord) throws(ImportProblem) -> Int64 {
        let text = record[amount].trimmed.text
        switch DecimalAmount.read(text, unit: credit) {
        case .minutes(let minutes, let isWhole):
            if !isWhole { rounded += 1 }
            return minutes
        case .ambiguous: throw problem(record, amount, .ambiguous(text))
        case .nothing: throw problem(record, amount, .notAmount(credit: credit))
        }
    }

    private mutating func reference(
        _ record: CSVRecord
    ) throws(ImportProblem) -> ArraySlice<UInt8> {
        if let id {
            return try CellText.reference(record[id], at: (record.line, columns.names[id]))
        }
        return ArraySlice(identity.reference(of: identifying.map { record[$0].bytes }).utf8)
    }

    private func moment(_ record: CSVRecord) throws(ImportProblem) -> Int64 {
        guard let created else { return TransferList.undated }
        guard let moment = record[created].trimmed.looseInstant else {
            throw problem(record, created, .notMoment)
        }
        return moment.microseconds
    }

    private func account(
        _ record: CSVRecord,
        _ position: Int,
        _ moment: Int64,
        _ names: inout AccountNames
    ) throws(ImportProblem) -> Int {
        let name = "member:" + record[position].trimmed.text
        guard let found = names.position(of: name, at: moment) else {
            throw problem(record, position, .noNumber)
        }
        return found
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

extension ImportProblem.Reason {
    fileprivate static func notAmount(credit: Int64) -> Self {
        Self(
            code: "amount-out-of-range",
            sentence: "Write an amount in credits, such as 1.5, that comes to a minute or more. "
                + "One credit is \(credit) minutes here."
        )
    }

    fileprivate static var notCommitted: Self {
        Self(
            code: "not-committed",
            sentence: "Only committed payments moved credits. Leave the row out."
        )
    }
}

extension FileReading {
    /// Reads Komunitin's payments, whose amounts are in credits of the network.
    static let komunitin = FileReading { sheet, file in
        let reader = try file.reader
        var format = try KomunitinTransfers(FileColumns(reader.header), credit: file.credit)
        sheet.unused = format.unused
        let list = TransferList(hasIDs: format.hasIDs, dated: format.dated)
        let read = try sheet.transfers(reader, into: list) {
            record,
            list throws(ImportProblem) in try format.read(record, into: &list)
        }
        sheet.rounded = format.rounded
        return read
    }
}
