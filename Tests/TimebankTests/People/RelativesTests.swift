internal import Ledger
internal import Support
internal import Testing
internal import Timebank

/// Relatives do not confirm for each other; a coordinator takes back what was noted by mistake.
@Suite struct RelativesTests {
    @Test(arguments: Backend.available)
    func `relatives are listed for both, and not once it was taken back`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            #expect(try await relatives(of: town.ada, in: town) == [])
            try await town.perform(declared(town), as: .ada)
            #expect(try await relatives(of: town.ada, in: town) == [town.bo.name])
            #expect(try await relatives(of: town.bo, in: town) == [town.ada.name])
            // Either way round.
            try await town.perform(
                UndoRelatives(member: .id(town.bo.id), other: .id(town.ada.id)),
                as: .coordinator
            )
            #expect(try await relatives(of: town.ada, in: town) == [])
            #expect(try await relatives(of: town.bo, in: town) == [])
            await #expect(throws: AccessRefusal.notFound) {
                try await town.perform(undone(town), as: .coordinator)
            }
        }
    }

    @Test(arguments: Backend.available)
    func `neither of the two takes it back, whatever else they are`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.perform(declared(town), as: .coordinator)
            try await town.perform(
                Appoint(member: .id(town.ada.id), office: .coordinator),
                as: .coordinator
            )
            for role in [Town.Role.ada, .bo, .guardian] {
                await #expect {
                    try await town.perform(undone(town), as: role)
                } throws: {
                    isRefusal($0)
                }
            }
            #expect(try await relatives(of: town.ada, in: town) == [town.bo.name])
            try await town.perform(undone(town), as: .coordinator)
        }
    }

    @Test(arguments: Backend.available)
    func `who is no relative any more confirms`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            try await town.perform(
                AppointStaff(
                    organisation: town.school.id,
                    member: .id(town.ada.id),
                    role: .worker
                ),
                as: .coordinator
            )
            try await town.perform(declared(town), as: .coordinator)
            let claim = try await town.claim(60, town.bo)
            await #expect(throws: EarningRefusal.ownHours) {
                try await town.perform(ConfirmHours(hours: claim.id), as: .ada)
            }
            try await town.perform(undone(town), as: .coordinator)
            try await town.perform(ConfirmHours(hours: claim.id), as: .ada)
        }
    }

    private func declared(_ town: Town) -> DeclareRelatives {
        DeclareRelatives(member: .id(town.ada.id), other: .id(town.bo.id))
    }

    private func undone(_ town: Town) -> UndoRelatives {
        UndoRelatives(member: .id(town.ada.id), other: .id(town.bo.id))
    }

    private func relatives(of member: Member, in town: Town) async throws -> [String] {
        try await town.ask(RelativesQuery(member: .id(member.id)), as: .coordinator).map(\.name)
    }
}
