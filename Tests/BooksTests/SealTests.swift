internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

@Suite struct SealTests {
    @Test(arguments: Backend.available)
    func `each pass seals what is new, and nothing twice`(on backend: Backend) async throws {
        let key = try #require(Busy.key)
        try await withTown(on: backend) { town in
            #expect(try await Sealing(town.bank, key: key).run() == 1)
            #expect(try await Sealing(town.bank, key: key).run() == 0)
            try await town.perform(
                GrantAllocation(organisation: town.school.id, minutes: Minutes(60)),
                as: .coordinator
            )
            #expect(try await Sealing(town.bank, key: key).run() == 1)
            let findings = try await Verify().run(on: town.database)
            #expect(findings.holds, "\(findings)")
            #expect(findings.networks[0].sealed == findings.networks[0].transfers)
        }
    }

    @Test(arguments: Backend.available)
    func `a journal is sealed where no minute has moved yet, and once`(
        on backend: Backend
    ) async throws {
        let key = try #require(Busy.key)
        try await withBank(on: backend) { bank, database in
            let found = FoundNetwork(
                network: CreateNetwork(slug: "fenside", title: "Fenside Time Credits"),
                coordinator: "Jo Marsh"
            )
            _ = try await bank.perform(found, as: .console)
            for _ in 0..<3 { _ = try await Sealing(bank, key: key).run() }
            let findings = try await Verify().run(on: database)
            #expect(findings.holds, "\(findings)")
            #expect(findings.networks[0].seal != nil)
            let seals = try await database.read { tx in
                try tx.first("SELECT COUNT(*) FROM journal_seal") { $0.integer(0) }
            }
            // One of the network, and one of what belongs to none: that all rows have marks.
            #expect(seals == 2)
        }
    }

    @Test(arguments: Backend.available)
    func `two who seal at once make one chain`(on backend: Backend) async throws {
        let key = try #require(Busy.key)
        try await withTown(on: backend) { town in
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<8 {
                    group.addTask { _ = try? await Sealing(town.bank, key: key).run() }
                }
            }
            let findings = try await Verify().run(on: town.database)
            #expect(findings.holds, "\(findings)")
            #expect(findings.networks[0].seals == 1)
        }
    }

    @Test(arguments: Backend.available)
    func `a seal that is not signed is refused`(on backend: Backend) async throws {
        let key = try #require(Busy.key)
        try await withTown(on: backend) { town in
            let seal = Seal(
                previous: Seal.beginning,
                first: Transfer.ID(raw: 1),
                last: Transfer.ID(raw: 2),
                count: 2,
                digest: [UInt8](repeating: 3, count: 32)
            )
            let signed = try SignedSeal(
                seal,
                of: town.network.id,
                at: town.bank.clock(),
                with: key
            )
            let other = SignedSeal(
                seal,
                of: town.network.id,
                at: town.bank.clock() + .seconds(1),
                publicKey: signed.publicKey,
                signature: signed.signature
            )
            await #expect {
                try await town.bank.perform(SealBooks(seals: [other]), as: .console)
            } throws: {
                isRefusal($0)
            }
        }
    }

    @Test(arguments: Backend.available)
    func `nobody but the operator seals`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            await #expect(throws: AccessRefusal.notAllowed) {
                try await town.perform(SealBooks(seals: []), as: .coordinator)
            }
        }
    }
}
