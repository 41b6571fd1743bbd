package import Ledger
internal import Store
internal import Synchronization

/// The id generator of one process; thread-safe.
package final class IDSource: Sendable {
    private let generator: Mutex<IDGenerator>

    /// A source for a node number whose ids are all larger than `largest`, the store's largest id.
    package init(node: Int = 0, after largest: Int64) {
        generator = Mutex(IDGenerator(node: node, after: largest))
    }

    /// Draws the next id.
    package func next(at now: Instant) -> Int64 {
        generator.withLock { $0.next(at: now.microseconds / 1_000) }
    }

    /// Draws the next id, which is also larger than `id`, drawn here or by another process.
    func next(at now: Instant, after id: Int64) -> Int64 {
        generator.withLock {
            $0.goOn(after: id)
            return $0.next(at: now.microseconds / 1_000)
        }
    }

    /// Makes all later ids larger than `id`.
    func goOn(after id: Int64) { generator.withLock { $0.goOn(after: id) } }

    /// Uses another node number from now on; the ids continue to increase.
    func move(to node: Int, at now: Instant) {
        generator.withLock { $0 = IDGenerator(node: node, after: $0.next(at: now.milliseconds)) }
    }

    /// By how many milliseconds the last id is ahead of the clock; 0 where it is not.
    package func ahead(of now: Instant) -> Int64 {
        generator.withLock { $0.isAhead(of: now.microseconds / 1_000) }
    }
}

extension Transaction {
    /// Returns the largest id in any table of a scheme; 0 for an empty store.
    ///
    /// One statement for each id column, because the database answers each `MAX` from the end of an
    /// index without a scan.
    func largestID(in scheme: Scheme) throws -> Int64 {
        let statements: [SQLText] = scheme.tables.flatMap { table in
            table.columns.filter(\.isID).map { "SELECT MAX(\($0.name)) FROM \(table.name)" }
        }
        let largest = try statements.compactMap { try first($0) { $0.integerIfAny(0) } ?? nil }
        return largest.max() ?? 0
    }
}

extension Column {
    fileprivate var isID: Bool {
        if case .id = kind { true } else { false }
    }
}
