internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

/// What is done for the books by two at once, and beside changes under way.
@Suite struct AtOnceTests {
    @Test(arguments: Backend.available)
    func `a pass that came too late seals nothing, and the next one all that is left`(
        on backend: Backend
    ) async throws {
        let key = try #require(Busy.key)
        try await withTown(on: backend) { town in
            let other = try await Town.found(
                town.bank,
                town.database,
                model: .credits,
                slug: "march"
            )
            let sealing = Sealing(town.bank, key: key)
            // Both have pressed the same transfers; the second also one that came since.
            let early = try await sealing.pressed()
            try await other.perform(
                GrantAllocation(organisation: other.school.id, minutes: Minutes(60)),
                as: .coordinator
            )
            let late = try await sealing.pressed()
            _ = try await town.bank.perform(early, as: .console)
            _ = try await town.bank.perform(late, as: .console)
            _ = try await sealing.run()
            let findings = try await Verify().run(on: town.database)
            #expect(findings.holds, "\(findings)")
            for network in findings.networks { #expect(network.sealed == network.transfers) }
        }
    }

    @Test(arguments: Backend.available)
    func `what stands above a roll-up counts, also while another change is under way`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(300, town.ada)
            try await town.redeem(1, town.ada)
            let gift = Give(from: .id(town.ada.wallet.id), to: .pot, minutes: Minutes(30))
            let (_, during) = try await town.during(gift, as: .ada) {
                try await Maintenance(town.bank, few: 0).rollUp()
                return try await town.minutes(in: town.cinema.takings)
            }
            #expect(try during.get() == Minutes(60))
            try await town.redeem(2, town.ada)
            try await Maintenance(town.bank, few: 0).rollUp()
            #expect(try await town.minutes(in: town.cinema.takings) == Minutes(180))
            let findings = try await Verify().run(on: town.database)
            #expect(findings.holds, "\(findings)")
        }
    }

    /// On the other database nobody could write beside what is under way.
    @Test func `no row of the journal comes below a seal that was made while it was under way`()
        async throws
    {
        let key = try #require(Busy.key)
        try await withTown(on: .postgres) { town in
            let sealing = Sealing(town.bank, key: key)
            let (gate, work) = (Gate(), AddOpportunity(organisation: town.school.id, title: "Dig"))
            async let slow = town.perform(Paused(work, before: gate), as: .coordinator)
            while !gate.isDone { try await Task.sleep(for: .milliseconds(1)) }
            defer { gate.open() }
            try await town.earn(60, town.bo)
            _ = try await sealing.run()
            let last = try await town.database.read { tx in
                try tx.first("SELECT MAX(last) FROM journal_seal") { $0.integer(0) } ?? 0
            }
            gate.open()
            let late = try await slow.id.raw
            #expect(last > 0 && late > last, "\(late) \(last)")
            _ = try await sealing.run()
            let findings = try await Verify().run(on: town.database)
            #expect(findings.holds, "\(findings)")
        }
    }

    /// On the other database nobody could write beside what is under way.
    @Test func `a seal made while a transfer is under way leaves it to the next one`() async throws
    {
        let key = try #require(Busy.key)
        try await withTown(on: .postgres) { town in
            try await town.earn(300, town.ada)
            let gate = Gate()
            let gift = Give(from: .id(town.ada.wallet.id), to: .pot, minutes: Minutes(30))
            async let slow = town.perform(Paused(gift, before: gate), as: .ada)
            while !gate.isDone { try await Task.sleep(for: .milliseconds(1)) }
            try await town.earn(60, town.bo)
            let sealing = Sealing(town.bank, key: key)
            _ = try await sealing.run()
            let before = try await Verify().run(on: town.database)
            #expect(before.holds, "\(before)")
            gate.open()
            _ = try await slow
            _ = try await sealing.run()
            let findings = try await Verify().run(on: town.database)
            #expect(findings.holds, "\(findings)")
            for network in findings.networks { #expect(network.sealed == network.transfers) }
        }
    }
}
