import Store
import Support
import Synchronization
import Testing
import Timebank

/// A table that grows for as long as people live here is not to be read from end to end for one
/// of them; on PostgreSQL the policies that hold a transaction to its network can bring that about.
@Suite struct PlanTests {
    /// Tables that grow with what people do.
    static let growing: Set<String> = [
        "account", "hours", "journal", "member", "memo", "redemption", "reference", "request",
        "reversal", "transfer", "word",
    ]

    /// What is about all of a network.
    static let whole: Set<String> = ["network.totals"]

    @Test func `whatever can be done or asked finds what it needs by an index`() async throws {
        try await Cluster.here.withSparingStore { store in
            let watch = Watch()
            let database = Database(Watching(store: store, watch: watch))
            let clock = TestClock()
            let bank = try await Bank(
                database,
                clock: { clock.now },
                dice: Dice { UInt64.random(in: .min ... .max) }
            )
            let here = try await Hamlet.open(bank, database, "fenside")
            for trial in Trial.changes + Trial.questions {
                watch.clear()
                for onlooker in Onlooker.allCases where onlooker != .neighbour {
                    _ = try await trial.attempt(here.town.slug, here, here.who(onlooker))
                }
                let read = watch.tables.intersection(Self.growing).sorted()
                #expect(
                    read.isEmpty != Self.whole.contains(trial.name),
                    "\(trial.name) reads all of \(read)"
                )
            }
        }
    }
}

/// The tables that were read from end to end.
private final class Watch: Sendable {
    private let found = Mutex<Set<String>>([])

    var tables: Set<String> { found.withLock { $0 } }
    func clear() { found.withLock { $0 = [] } }
    func note(_ tables: some Sequence<String>) { found.withLock { $0.formUnion(tables) } }
}

/// A store that notes which tables a transaction read from end to end.
private struct Watching: Driver {
    let store: any Driver
    let watch: Watch

    func read<T: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        try await store.read(watched(body))
    }

    func report<T: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        try await store.report(watched(body))
    }

    func write<T: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        try await store.write(watched(body))
    }

    func define(
        _ script: Script,
        then body: @escaping @Sendable (Transaction) throws -> Void
    ) async throws {
        try await store.define(script, then: body)
    }

    func advanceHorizon(to largest: SQLText, sparing: Int64) async throws {
        try await store.advanceHorizon(to: largest, sparing: sparing)
    }

    func differences(from plan: Plan) async throws -> [String] {
        try await store.differences(from: plan)
    }

    func rest(before tries: Int) async { await store.rest(before: tries) }
    var canLookAgain: Bool { store.canLookAgain }
    func backup(to file: String) async throws { try await store.backup(to: file) }
    func facts() async -> [(name: String, value: String)] { await store.facts() }
    func close() async { await store.close() }

    private func watched<T: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) -> @Sendable (Transaction) throws -> T {
        { tx in
            let before = try tx.wholeReads()
            let result = Result { try body(tx) }
            // After a failure the database answers nothing more; there is nothing to note then.
            if let after = try? tx.wholeReads() {
                watch.note(after.filter { before[$0.key] ?? 0 < $0.value }.keys)
            }
            return try result.get()
        }
    }
}

extension Transaction {
    /// How often this connection has read each table from end to end.
    fileprivate func wholeReads() throws -> [String: Int64] {
        let rows = try all("SELECT relname::text, seq_scan FROM pg_stat_xact_user_tables") {
            ($0.text(0), $0.integer(1))
        }
        return Dictionary(rows) { first, _ in first }
    }
}
