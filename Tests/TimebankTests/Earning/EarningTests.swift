internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

@Suite struct EarningTests {
    let day = TestClock.start.day

    @Test(arguments: Backend.available)
    func `an hour that is claimed and confirmed is paid from the allocation`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let claim = try await town.perform(
                ClaimHours(
                    opportunity: town.opportunity.id,
                    member: .id(town.ada.id),
                    day: day,
                    minutes: Minutes(90)
                ),
                as: .ada
            )
            let paid = try await town.perform(ConfirmHours(hours: claim.hours.id), as: .worker)
            #expect(paid.transfer.kind == .earn)
            #expect(paid.transfer.toLink.balance == Minutes(90))
            #expect(paid.transfer.fromLink.balance == Minutes(6_000 - 90))
            #expect(try await town.minutes(of: town.ada) == Minutes(90))
        }
    }

    @Test(arguments: Backend.available)
    func `nobody confirms their own hours, nor their ward's`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            let claim = try await town.perform(
                ClaimHours(
                    opportunity: town.opportunity.id,
                    member: .id(town.bo.id),
                    day: day,
                    minutes: Minutes(60)
                ),
                as: .guardian
            )
            try await town.database.write { tx in
                try tx.run(
                    """
                    INSERT INTO staff (organisation, person, network, role, since)
                    SELECT $1, guardian, network, 'worker', 0 FROM guardian
                    """,
                    town.school.id
                )
            }
            await #expect(throws: EarningRefusal.ownHours) {
                try await town.perform(ConfirmHours(hours: claim.hours.id), as: .guardian)
            }
        }
    }

    @Test(arguments: Backend.available)
    func `confirming twice at once pays once`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            let claim = try await town.perform(
                ClaimHours(
                    opportunity: town.opportunity.id,
                    member: .id(town.ada.id),
                    day: day,
                    minutes: Minutes(60)
                ),
                as: .ada
            )
            await withTaskGroup(of: Void.self) { group in
                for role in [Town.Role.worker, .lead, .coordinator, .worker, .lead] {
                    group.addTask {
                        _ = try? await town.perform(
                            ConfirmHours(hours: claim.hours.id),
                            as: role
                        )
                    }
                }
            }
            #expect(try await town.minutes(of: town.ada) == Minutes(60))
        }
    }
}
