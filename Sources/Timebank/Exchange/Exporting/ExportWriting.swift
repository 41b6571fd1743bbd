internal import Ledger
internal import Store

/// Writes the files of one export, all from one database snapshot.
struct ExportWriting {
    private let tx: Transaction
    private let network: Network
    private let names: ExportNames
    private let folder: ExportFolder
    private let progress: ImportProgress
    private(set) var files: [ExportReport.File] = []

    /// Creates the writer for a view's network.
    init(_ view: View, _ folder: ExportFolder, _ progress: ImportProgress) throws {
        tx = view.tx
        network = try view.here
        self.folder = folder
        self.progress = progress
        names = try ExportNames(tx, network)
    }

    /// Writes the file of one kind.
    ///
    /// - Throws: `StoreError` if the number of cells in a row differs from the number of columns.
    mutating func write(_ kind: FileKind) throws {
        let isWritten = try kind.columns.map { try saysSomething($0) }
        func shown(_ all: [String]) throws -> [String] {
            guard all.count == isWritten.count else {
                throw StoreError.failed("a row of \(kind.file) has \(all.count) cells")
            }
            return zip(all, isWritten).filter(\.1).map(\.0)
        }
        let (tx, names, network) = (tx, names, network.id)
        try write(kind.file, try shown(kind.columns.map(\.name))) { row in
            try tx.each(kind.writing.rows, network) { found in
                try row(try shown(try kind.writing.cells(found, names)))
                return true
            }
        }
    }

    /// Writes a CSV file; `body` passes its rows to the function it receives.
    mutating func write(
        _ name: String,
        _ columns: [String],
        _ body: ((_ cells: [String]) throws -> Void) throws -> Void
    ) throws {
        let table = try ExportTable(name, columns, in: folder)
        try body { cells in
            try table.append(cells)
            progress.tell(.writing, table.rows, of: nil)
        }
        try table.flush()
        files.append(ExportReport.File(name: name, rows: table.rows))
    }

    /// Writes a text file.
    func write(_ name: String, text: String) throws {
        try folder.make(name)(Array(text.utf8))
    }

    /// Whether the export includes a column; some are left out if the network has no values for
    /// them.
    private func saysSomething(_ column: FileKind.Column) throws -> Bool {
        guard case .further(let statement) = column.need else { return true }
        return try tx.first(statement, network.id, as: { _ in true }) ?? false
    }
}
