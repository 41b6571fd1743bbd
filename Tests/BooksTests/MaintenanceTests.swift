internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

@Suite struct MaintenanceTests {
    @Test(arguments: Backend.available)
    func `roll-ups are carried on, and what accounts hold stays the same`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            for _ in 0..<5 { try await town.issue() }
            let before = try await town.issued()
            try await Maintenance(town.bank, few: 100).rollUp()
            #expect(try await town.rolledUp() == .zero)
            try await Maintenance(town.bank, few: 3).rollUp()
            #expect(try await town.rolledUp() == before)
            #expect(try await town.issued() == before)
            try await town.issue()
            #expect(try await Verify().run(on: town.database).holds)
        }
    }

    @Test(arguments: Backend.available)
    func `a step that comes late changes nothing`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            let late = RollUp.Step(
                account: town.network.issuance.id,
                from: 1,
                upto: 2,
                change: Minutes(60)
            )
            _ = try await town.bank.perform(RollUp(steps: [late]), as: .console)
            #expect(try await town.rolledUp() == .zero)
        }
    }

    @Test(arguments: Backend.available)
    func `holds that have run out are let go`(on backend: Backend) async throws {
        let clock = TestClock()
        try await withTown(on: backend, clock: clock) { town in
            try await town.perform(
                EnterHours(
                    opportunity: town.opportunity.id,
                    members: [.id(town.ada.id)],
                    day: TestClock.start.day,
                    minutes: Minutes(60),
                    confirm: true
                ),
                as: .worker
            )
            try await town.perform(
                Reserve(account: town.ada.wallet, minutes: Minutes(20)),
                as: .ada
            )
            try await Maintenance(town.bank).releaseHolds()
            #expect(try await town.held() == Minutes(20))
            clock.advance(.seconds(2 * 86_400))
            try await Maintenance(town.bank).releaseHolds()
            #expect(try await town.held() == .zero)
            #expect(try await Verify().run(on: town.database).holds)
        }
    }

    @Test(arguments: Backend.available)
    func `a request is remembered for thirty days`(on backend: Backend) async throws {
        let clock = TestClock()
        try await withTown(on: backend, clock: clock) { town in
            try await town.perform(
                GrantAllocation(organisation: town.school.id, minutes: Minutes(60)),
                as: .coordinator,
                request: "once"
            )
            clock.advance(.seconds(29 * 86_400))
            try await Maintenance(town.bank).forget()
            #expect(try await town.count(.requests) == 1)
            clock.advance(.seconds(2 * 86_400))
            try await Maintenance(town.bank).forget()
            #expect(try await town.count(.requests) == 0)
        }
    }

    @Test(arguments: Backend.available)
    func `sign-ins that have run out are forgotten, others are not`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let before = try await town.count(.tokens)
            let now = town.bank.clock()
            try await town.database.write { tx in
                try tx.run(
                    """
                    INSERT INTO token (digest, person, purpose, created_at, expires_at)
                    SELECT $1, MIN(id), 'api', $2, $2 FROM person
                    """,
                    [UInt8](repeating: 1, count: 32),
                    now
                )
            }
            try await Maintenance(town.bank).forget()
            #expect(try await town.count(.tokens) == before)
        }
    }
}

extension Town {
    fileprivate enum Table { case requests, tokens }

    fileprivate func count(_ table: Table) async throws -> Int64? {
        try await database.read { tx in
            switch table {
            case .requests: try tx.first("SELECT COUNT(*) FROM request") { $0.integer(0) }
            case .tokens: try tx.first("SELECT COUNT(*) FROM token") { $0.integer(0) }
            }
        }
    }

    fileprivate func issue() async throws {
        try await perform(
            GrantAllocation(organisation: school.id, minutes: Minutes(60)),
            as: .coordinator
        )
    }

    fileprivate func issued() async throws -> Minutes {
        let network = network
        return try await database.read { tx in
            try tx.balance(of: network.issuance, in: network.id)
        }
    }

    fileprivate func rolledUp() async throws -> Minutes? {
        let network = network
        return try await database.read { tx in
            try tx.first("SELECT balance FROM rollup WHERE account = $1", network.issuance.id) {
                $0.minutes(0)
            }
        }
    }

    fileprivate func held() async throws -> Minutes? {
        let (network, ada) = (network, ada)
        return try await database.read { tx in
            try tx.purse(of: ada.wallet.id, in: network.id)?.held
        }
    }
}
