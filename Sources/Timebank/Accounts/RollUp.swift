package import Ledger
internal import Store

/// Advances roll-ups of uncounted accounts by sums that a read transaction computed before.
package struct RollUp: Operation {
    package let steps: [Step]

    package static let name = "books.roll-up"
    package static let access: Access = .operator
    package var subject: Subject { .installation }

    /// The advance of one account's roll-up.
    package struct Step: Codable, Hashable, Sendable {
        package let account: Account.ID
        /// The last transfer that the roll-up counts before and after the step.
        package let from: Int64
        package let upto: Int64
        /// Credits minus debits of the transfers with `from < id <= upto`.
        package let change: Minutes

        /// Creates a step for one account.
        package init(account: Account.ID, from: Int64, upto: Int64, change: Minutes) {
            self.account = account
            self.from = from
            self.upto = upto
            self.change = change
        }
    }

    /// Creates an operation that takes these steps.
    package init(steps: [Step]) { self.steps = steps }

    package func run(at desk: Desk) throws -> Done {
        for step in steps {
            // Transfers never change, so the sum is valid while the roll-up is still at `from`.
            try desk.tx.run(
                """
                UPDATE rollup SET balance = balance + $1, upto = $2
                WHERE account = $3 AND upto = $4
                """,
                step.change,
                step.upto,
                step.account,
                step.from
            )
        }
        return Done()
    }
}

extension Transaction {
    /// Returns steps for roll-ups with more than `few` transfers after them, at most `most` steps.
    func rollUpSteps(few: Int, most: Int) throws -> [RollUp.Step] {
        let horizon = try horizon()
        var steps: [RollUp.Step] = []
        try each("SELECT account, upto FROM rollup ORDER BY account") { row in
            let (account, from) = (Account.ID(raw: row.integer(0)), row.integer(1))
            guard try hasMore(than: few, account, after: from, upto: horizon) else { return true }
            let (change, upto) = try movement(of: account, after: from, upto: horizon)
            if let upto {
                steps.append(
                    RollUp.Step(account: account, from: from, upto: upto, change: change)
                )
            }
            return steps.count < most
        }
        return steps
    }

    private func hasMore(
        than few: Int,
        _ account: Account.ID,
        after: Int64,
        upto: Int64
    ) throws -> Bool {
        var left = few
        for side in ["to", "from"] as [SQLText] {
            let found =
                try first(
                    """
                    SELECT COUNT(*) FROM (
                        SELECT id FROM transfer
                        WHERE \(side)_account = $1 AND id > $2 AND id <= $3
                            AND \(side)_after IS NULL LIMIT $4
                    ) AS found
                    """,
                    account,
                    after,
                    upto,
                    left + 1,
                    as: { Int($0.integer(0)) }
                ) ?? 0
            left -= found
            if left < 0 { return true }
        }
        return false
    }
}
