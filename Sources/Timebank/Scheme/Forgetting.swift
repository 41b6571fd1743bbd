internal import Ledger
package import Store

/// A rule that says which rows of a table have expired; periodic maintenance deletes them.
package struct Forgetting: Sendable {
    let condition: SQLText
    let age: Duration

    /// Expires the rows for which the condition holds; `$1` is the current time minus `age`.
    package static func rows(where condition: SQLText, after age: Duration = .zero) -> Forgetting {
        Forgetting(condition: condition, age: age)
    }
}

extension Transaction {
    /// Deletes the expired rows of all tables.
    func forget(in tables: [Table], now: Instant) throws {
        for table in tables {
            guard let forgetting = table.forgetting else { continue }
            try run("DELETE FROM \(table.name) WHERE \(forgetting.condition)", now - forgetting.age)
        }
    }
}
