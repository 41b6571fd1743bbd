internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

/// The database itself refuses to change what was recorded.
@Suite struct GuardTests {
    @Test(arguments: Backend.available)
    func `what was recorded is not updated, deleted or replaced, whoever asks`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(60, town.ada)
            let gift = try await town.give(40, from: town.ada, to: town.bo, as: .ada)
            try await town.perform(Reverse(transfer: gift.id, reason: "mine"), as: .coordinator)
            let attempts: [SQLText] = [
                "UPDATE transfer SET minutes = minutes + 1", "DELETE FROM transfer",
                "UPDATE transfer SET minutes = minutes",
                "UPDATE journal SET actor = 7", "DELETE FROM journal WHERE id > 0",
                "UPDATE reversal SET network = 0", "DELETE FROM reversal",
            ]
            for attempt in attempts {
                await #expect(throws: StoreError.self, "\(attempt)") {
                    try await town.database.write { try $0.run(attempt) }
                }
            }
            guard backend == .sqlite else { return }
            let replacements: [SQLText] = [
                "REPLACE INTO transfer SELECT * FROM transfer",
                "REPLACE INTO journal SELECT * FROM journal",
                "REPLACE INTO reversal SELECT * FROM reversal",
                "UPDATE OR REPLACE transfer SET id = id + 1",
            ]
            for attempt in replacements {
                await #expect(throws: StoreError.self, "\(attempt)") {
                    try await town.database.write { try $0.run(attempt) }
                }
            }
        }
    }

    @Test(arguments: Backend.available)
    func `a balance below its floor is refused by the database too`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(60, town.ada)
            let wallet = town.ada.wallet.id
            let attempts: [SQLText] = [
                "UPDATE account SET balance = -1 WHERE id = $1",
                "UPDATE account SET held = 61 WHERE id = $1",
                "UPDATE account SET held = -1 WHERE id = $1",
                "UPDATE account SET floor = 1, balance = 100 WHERE id = $1",
                "UPDATE account SET lowest = 5 WHERE id = $1",
            ]
            for attempt in attempts {
                await #expect(throws: StoreError.self, "\(attempt)") {
                    try await town.database.write { try $0.run(attempt, wallet) }
                }
            }
        }
    }
}
