internal import Ledger
internal import Store

/// Writes the files of one export from one snapshot.
final class ExportWriting {
    let tx: Transaction
    let network: Network
    let names: ExportNames
    private let folder: ExportFolder
    private let progress: ImportProgress
    private(set) var files: [ExportReport.File] = []

    /// A writing of a view's network.
    init(_ view: View, _ folder: ExportFolder, _ progress: ImportProgress) throws {
        tx = view.tx
        network = try view.here
        self.folder = folder
        self.progress = progress
        names = try ExportNames(tx, network)
    }

    /// Writes a file whose rows `body` gives one after another.
    func write(
        _ name: String,
        _ columns: [String],
        _ body: ((_ cells: [String]) throws -> Void) throws
            -> Void
    ) throws {
        let table = try ExportTable(name, columns, in: folder)
        try body { cells in
            try table.append(cells)
            self.progress.tell(.writing, table.rows, of: nil)
        }
        try table.flush()
        files.append(ExportReport.File(name: name, rows: table.rows))
    }

    /// Writes a file that is no table.
    func write(_ name: String, text: String) throws {
        try folder.make(name)(Array(text.utf8))
    }
}

extension ExportWriting {
    /// Writes who the network is and the rules it has had.
    func writeNetwork() throws {
        try write("network.csv", ImportKind.network.columns) { row in
            try tx.each(
                """
                SELECT n.slug, n.name, n.model, n.zone, n.language, COALESCE(c.words, ''),
                    n.last_number, n.created_at
                FROM network n LEFT JOIN contact c ON c.network = n.id
                WHERE n.id = $1
                """,
                network.id
            ) {
                try row([
                    $0.text(0), $0.text(1), $0.text(2), $0.text(3), $0.text(4),
                    $0.text(5), "\($0.integer(6))", $0.instant(7).rfc3339,
                ])
                return true
            }
        }
        try write("policy.csv", ImportKind.policy.columns) { row in
            try tx.each(
                """
                SELECT version, credit, mutual_limit, ceiling, newcomer_days, newcomer_gifts,
                    rounding, expiry_days, since
                FROM policy WHERE network = $1 ORDER BY version
                """,
                network.id
            ) { found in
                let numbers = (0..<8).map { found.integerIfAny($0).map { "\($0)" } ?? "" }
                try row(numbers + [found.instant(8).rfc3339])
                return true
            }
        }
    }
}
