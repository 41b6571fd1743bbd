internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

/// Claims that stores of earlier versions may hold.
@Suite struct FutureClaimTests {
    @Test(arguments: Backend.available)
    func `a claim for a day that is still to come needs a look`(on backend: Backend) async throws {
        try await withTown(on: backend) { (town: Town) async throws in
            let (fine, odd) = (
                try await town.claim(30, town.bo), try await town.claim(30, town.ada)
            )
            try await town.database.write { tx in
                try tx.run(
                    "UPDATE hours SET day = $1 WHERE id = $2",
                    TestClock.start.day.adding(days: 1).number,
                    odd.id
                )
            }
            let waiting = try await town.ask(
                WaitingHoursQuery(organisation: town.school.id),
                as: .worker
            )
            #expect(waiting.map(\.hours.id) == [odd.id, fine.id])
            #expect(waiting.map(\.oddities) == [[.future], []])
        }
    }
}
