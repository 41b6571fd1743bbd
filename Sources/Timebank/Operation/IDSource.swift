package import Ledger
internal import Store
internal import Synchronization

/// Draws the ids of one running program.
package final class IDSource: Sendable {
    private let generator: Mutex<IDGenerator>

    /// A source for a node that goes on after the largest id in the store.
    package init(node: Int = 0, after largest: Int64) {
        generator = Mutex(IDGenerator(node: node, after: largest))
    }

    /// The next id.
    package func next(at now: Instant) -> Int64 {
        generator.withLock { $0.next(at: now.microseconds / 1_000) }
    }

    /// The next id, larger than one that was drawn here or elsewhere.
    func next(at now: Instant, after id: Int64) -> Int64 {
        generator.withLock {
            $0.goOn(after: id)
            return $0.next(at: now.microseconds / 1_000)
        }
    }

    /// Draws only larger ids than this from now on.
    func goOn(after id: Int64) { generator.withLock { $0.goOn(after: id) } }

    /// Draws with another number from now on, and goes on after the last id.
    func move(to node: Int, at now: Instant) {
        generator.withLock { $0 = IDGenerator(node: node, after: $0.next(at: now.milliseconds)) }
    }

    /// How many milliseconds the ids are ahead of the clock.
    package func ahead(of now: Instant) -> Int64 {
        generator.withLock { $0.isAhead(of: now.microseconds / 1_000) }
    }
}

extension Transaction {
    /// The largest id that the store has, from each table of a scheme that keeps any.
    ///
    /// A statement each, for then the database looks at the end of each table and nowhere else.
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
