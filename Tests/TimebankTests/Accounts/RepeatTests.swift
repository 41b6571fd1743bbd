internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

/// One request that moves credits, and by whom it is sent.
private struct Moving: Sendable {
    let asked: any Operation
    let role: Town.Role
    /// How many transfers it makes.
    let transfers: Int

    init(_ asked: any Operation, _ role: Town.Role, transfers: Int = 1) {
        self.asked = asked
        self.role = role
        self.transfers = transfers
    }
}

@Suite struct RepeatTests {
    /// Every operation that moves credits, ready to be sent.
    private func all(in town: Town) async throws -> [Moving] {
        try await town.earn(1_200, town.ada)
        let pot = Give(from: .id(town.ada.wallet.id), to: .pot, minutes: Minutes(120))
        try await town.perform(pot, as: .ada)
        let many = [try await town.claim(30, town.ada), try await town.claim(30, town.bo)]
        let gift = try await town.give(15, from: town.ada, to: town.bo, as: .ada)
        let ticket = try await town.redeem(1, town.ada)
        let wallet = AccountName.id(town.ada.wallet.id)
        return [
            Moving(ConfirmHours(hours: try await town.claim(45, town.ada).id), .worker),
            Moving(
                ConfirmMany(organisation: town.school.id, hours: many.map(\.id)),
                .worker,
                transfers: 2
            ),
            Moving(
                EnterHours(
                    opportunity: town.opportunity.id,
                    members: [.id(town.ada.id), .id(town.bo.id)],
                    day: TestClock.start.day,
                    minutes: Minutes(60),
                    confirm: true
                ),
                .worker,
                transfers: 2
            ),
            Moving(Give(from: wallet, to: .id(town.bo.wallet.id), minutes: Minutes(5)), .ada),
            Moving(Give(from: wallet, to: .pot, minutes: Minutes(5)), .ada),
            Moving(GrantFromPot(to: wallet, minutes: Minutes(10)), .coordinator),
            Moving(
                GrantAllocation(organisation: town.school.id, minutes: Minutes(60)),
                .coordinator
            ),
            Moving(Reverse(transfer: gift.id, reason: "wrong person"), .coordinator),
            Moving(
                Redeem(offer: town.offer.id, card: town.ada.number, adults: 1, children: 1),
                .till
            ),
            Moving(UndoRedemption(redemption: ticket.redemption.id), .till),
            Moving(
                AddOrganisation(title: "Library", slug: "library", earns: true, spends: .no),
                .coordinator
            ),
        ]
    }

    @Test(arguments: Backend.available)
    func `every credit-moving request sent twice in parallel counts once`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            for (number, moving) in try await all(in: town).enumerated() {
                let key = "twice-\(number)"
                let before = try await town.transfers()
                let answers = await several(2) { _ in
                    try await Self.send(moving.asked, moving.role, key, to: town.bank, in: town)
                }
                #expect(answers.count == 2, "both are answered: \(moving.asked)")
                #expect(answers.filter(\.isRepeat).count == 1, "\(moving.asked)")
                #expect(Set(answers.map(\.made)).count == 1, "with the same: \(moving.asked)")
                #expect(try await town.transfers() == before + moving.transfers)
            }
        }
    }

    @Test(arguments: Backend.available)
    func `sent again after a restart it counts once too`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            let all = try await all(in: town)
            for (number, moving) in all.enumerated() {
                _ = try await Self.send(
                    moving.asked,
                    moving.role,
                    "key-\(number)",
                    to: town.bank,
                    in: town
                )
            }
            let before = try await town.transfers()
            let restarted = try await Bank(
                town.database,
                clock: town.bank.clock,
                dice: town.bank.dice
            )
            for (number, moving) in all.enumerated() {
                let again = try await Self.send(
                    moving.asked,
                    moving.role,
                    "key-\(number)",
                    to: restarted,
                    in: town
                )
                #expect(again.isRepeat)
            }
            #expect(try await town.transfers() == before)
        }
    }

    /// An answer without its type.
    private struct Told: Sendable {
        let made: [Int64]
        let isRepeat: Bool
    }

    private static func send<Asked: Operation>(
        _ asked: Asked,
        _ role: Town.Role,
        _ key: String,
        to bank: Bank,
        in town: Town
    ) async throws -> Told {
        let answer = try await bank.perform(
            asked,
            in: town.slug,
            as: town.who(role),
            request: RequestKey(key)
        )
        return Told(made: answer.outcome.made, isRepeat: answer.isRepeat)
    }
}
