internal import Ledger
package import Store

/// When rows of a table are forgotten, by the tending of the books.
package struct Forgetting: Sendable {
    let condition: SQLText
    let age: Duration

    /// Rows for which the condition holds; `$1` is the moment that lies so long back.
    package static func rows(where condition: SQLText, after age: Duration = .zero) -> Forgetting {
        Forgetting(condition: condition, age: age)
    }
}

extension Transaction {
    /// Forgets rows of all tables that need be known no longer.
    func forget(in tables: [Table], now: Instant) throws {
        for table in tables {
            guard let forgetting = table.forgetting else { continue }
            try run("DELETE FROM \(table.name) WHERE \(forgetting.condition)", now - forgetting.age)
        }
    }
}
