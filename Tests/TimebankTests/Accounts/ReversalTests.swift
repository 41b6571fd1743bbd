internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

@Suite struct ReversalTests {
    private func reverse(
        _ id: Transfer.ID,
        in town: Town,
        as role: Town.Role = .coordinator
    ) async throws -> Transfer {
        try await town.perform(Reverse(transfer: id, reason: "a mistake"), as: role)
    }

    @Test(arguments: Backend.available)
    func `a transfer is reversed once, and a reversal is not reversed`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(60, town.ada)
            let gift = try await town.give(40, from: town.ada, to: town.bo, as: .ada)
            let back = try await reverse(gift.id, in: town)
            #expect(back.kind == .reversal && back.reverses == gift.id)
            #expect(back.from == gift.to && back.to == gift.from && back.minutes == gift.minutes)
            await #expect(throws: AccountsRefusal.alreadyReversed) {
                try await reverse(gift.id, in: town)
            }
            await #expect(throws: AccountsRefusal.notReversible) {
                try await reverse(back.id, in: town)
            }
        }
    }

    @Test(arguments: Backend.available)
    func `where the minutes have moved on a reversal says what is left`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(100, town.ada)
            let gift = try await town.give(90, from: town.ada, to: town.bo, as: .ada)
            let ticket = try await town.redeem(1, town.bo)
            let spent = AccountsRefusal.alreadySpent(left: Minutes(30), needed: Minutes(90))
            await #expect(throws: spent) { try await reverse(gift.id, in: town) }
            // The later one first, then this one.
            _ = try await reverse(ticket.transfer.id, in: town)
            _ = try await reverse(gift.id, in: town)
            #expect(try await town.minutes(of: town.ada) == Minutes(100))
        }
    }

    @Test(arguments: Backend.available)
    func `nobody reverses a transfer of their own, their ward's or a relative's`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(100, town.ada)
            try await town.earn(100, town.bo)
            let adas = try await town.give(10, from: town.ada, to: town.bo, as: .ada)
            let (network, ada, bo) = (town.network, town.ada, town.bo)
            try await town.database.write { tx in
                // Ada and the guardian of Bo are coordinators too.
                try tx.run(
                    """
                    INSERT INTO office (network, person, role, since)
                    SELECT $1, person, 'coordinator', 0 FROM member WHERE id = $2
                    UNION ALL SELECT $1, guardian, 'coordinator', 0 FROM guardian
                    """,
                    network.id,
                    ada.id
                )
            }
            for role in [Town.Role.ada, .guardian] {
                await #expect(throws: AccountsRefusal.ownTransfer, "\(role)") {
                    try await reverse(adas.id, in: town, as: role)
                }
            }
            let bos = try await town.redeem(1, town.bo).transfer
            try await town.database.write { tx in
                try tx.run(
                    "INSERT INTO relative (network, member, other, since) VALUES ($1, $2, $3, 0)",
                    network.id,
                    bo.id,
                    ada.id
                )
            }
            await #expect(throws: AccountsRefusal.ownTransfer, "a relative's") {
                try await reverse(bos.id, in: town, as: .ada)
            }
            _ = try await reverse(bos.id, in: town)
        }
    }

    @Test(arguments: Backend.available)
    func `a reversed redemption is undone and cannot be undone again`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(60, town.ada)
            let ticket = try await town.redeem(1, town.ada)
            let back = try await reverse(ticket.transfer.id, in: town)
            let (network, id) = (town.network, ticket.redemption.id)
            let now = try await town.database.read { try $0.redemption(id, in: network.id) }
            #expect(now?.undoneBy == back.id)
            await #expect(throws: AccountsRefusal.alreadyReversed) {
                try await town.perform(UndoRedemption(redemption: id), as: .till)
            }
        }
    }

    @Test(arguments: Backend.available)
    func `a reason is needed`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(60, town.ada)
            let gift = try await town.give(40, from: town.ada, to: town.bo, as: .ada)
            await #expect(throws: FieldRefusal.invalid(field: "reason", .missing)) {
                try await town.perform(Reverse(transfer: gift.id, reason: "  "), as: .coordinator)
            }
        }
    }
}
