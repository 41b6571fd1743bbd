internal import Ledger
internal import Store
internal import Support
internal import Timebank

/// A network with nothing in it, to import into.
struct Village {
    let bank: Bank
    let database: Database
    let network: Network

    /// Imports a file that is a text.
    @discardableResult
    func bring(
        _ text: String,
        as kind: FileKind = .transfers,
        _ format: ImportFormat = .commonhour,
        isDryRun: Bool = false
    ) async throws -> ImportReport {
        try await bring(Array(text.utf8), as: kind, format, isDryRun: isDryRun)
    }

    /// Imports a file that is bytes.
    @discardableResult
    func bring(
        _ bytes: [UInt8],
        as kind: FileKind = .transfers,
        _ format: ImportFormat = .commonhour,
        isDryRun: Bool = false
    ) async throws -> ImportReport {
        try await bank.bring(
            ImportFile(kind, format, name: "test.csv") { CSVReader.source(of: bytes) },
            into: network.slug,
            as: .console,
            isDryRun: isDryRun
        )
    }

    /// Imports rows of transfers below their header.
    @discardableResult
    func bring(rows: [String], isDryRun: Bool = false) async throws -> ImportReport {
        let lines = ["id,at,from,to,minutes,kind,memo"] + rows
        return try await bring(
            lines.joined(separator: "\n") + "\n",
            isDryRun: isDryRun
        )
    }

    /// What an account holds, by its name; nil where the network has none such.
    func minutes(_ name: String) async throws -> Int64? {
        let (network, now) = (network, bank.clock())
        return try await database.read { tx in
            let view = View(tx: tx, actor: .console, now: now, network: network)
            guard let name = AccountName(name), let found = try view.account(name)
            else { return nil }
            return try tx.balance(of: found.account, in: network.id).count
        }
    }

    /// How many rows the ledger has.
    func transfers() async throws -> Int64 {
        let network = network.id
        return try await database.read { tx in
            try tx.first("SELECT COUNT(*) FROM transfer WHERE network = $1", network) {
                $0.integer(0)
            } ?? 0
        }
    }

    /// The network as files.
    func export() async throws -> [String: String] {
        let files = Files()
        _ = try await bank.report(
            ExportNetwork(to: files.folder, of: bank.scheme),
            in: network.slug,
            as: .console
        )
        return files.texts
    }
}

/// Runs a test in a village of its own.
func withVillage<T>(
    on backend: Backend,
    slug: String = "fenside",
    model: Network.Model = .credits,
    policy: Policy? = nil,
    clock: TestClock = TestClock(),
    _ body: (Village) async throws -> T
) async throws -> T {
    try await withBank(on: backend, clock: clock) { bank, database in
        let network = try await bank.perform(
            CreateNetwork(slug: slug, title: "Fenside", model: model, policy: policy),
            as: .console
        ).outcome
        return try await body(Village(bank: bank, database: database, network: network))
    }
}

extension ImportReport {
    /// Lines, columns and codes of what has to be mended.
    var complaints: [String] {
        problems.shown.map { "\($0.line) \($0.column ?? "-") \($0.reason.code)" }
    }
}
