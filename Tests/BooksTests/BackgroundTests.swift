internal import Ledger
internal import Store
internal import Support
internal import Synchronization
internal import Testing
internal import Timebank

@Suite struct BackgroundTests {
    @Test(arguments: Backend.available)
    func `an hour of turns seals the books once and lets holds go`(on backend: Backend) async throws
    {
        let key = try #require(Busy.key)
        let clock = TestClock()
        try await withTown(on: backend, clock: clock) { town in
            let turns = Mutex(0)
            let background = Background(
                town.bank,
                key: key,
                sleep: { pause in
                    let turn = turns.withLock { turns in
                        turns += 1
                        return turns
                    }
                    if turn > 65 { throw CancellationError() }
                    clock.advance(pause)
                },
                trouble: { what, error in Issue.record("\(what): \(error)") }
            )
            await background.run()
            let findings = try await Verify().run(on: town.database)
            #expect(findings.holds)
            #expect(findings.networks[0].seals == 1)
            #expect(findings.networks[0].sealed == findings.networks[0].transfers)
        }
    }

    @Test(arguments: Backend.available)
    func `what fails is told and tried again at the next turn`(on backend: Backend) async throws {
        let key = try #require(Busy.key)
        try await withBank(on: backend) { bank, database in
            let script = Script("ALTER TABLE rollup RENAME TO gone;")
            try await define(script, in: database, on: backend)
            let turns = Mutex(0)
            let told = Mutex<[String]>([])
            let background = Background(
                bank,
                key: key,
                sleep: { _ in
                    let turn = turns.withLock { turns in
                        turns += 1
                        return turns
                    }
                    if turn > 2 { throw CancellationError() }
                },
                trouble: { what, _ in told.withLock { $0.append(what) } }
            )
            await background.run()
            #expect(told.withLock { $0.filter { $0 == "books.roll-up" }.count } == 2)
        }
    }
}
