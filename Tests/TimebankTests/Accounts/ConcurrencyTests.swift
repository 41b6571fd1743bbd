internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

@Suite struct ConcurrencyTests {
    @Test(arguments: Backend.available)
    func `64 clients spend the same 10 hours at once, and exactly what fits succeeds`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(600, town.ada)
            let taken = await several(64) { number in
                // Some at the till, some as gifts, some to the pot: an hour each.
                switch number % 3 {
                case 0: try await town.redeem(1, town.ada).transfer
                case 1:
                    try await town.perform(
                        Give(
                            from: .id(town.ada.wallet.id),
                            to: .id(town.bo.wallet.id),
                            minutes: Minutes(60)
                        ),
                        as: .ada
                    )
                default:
                    try await town.perform(
                        Give(from: .id(town.ada.wallet.id), to: .pot, minutes: Minutes(60)),
                        as: .ada
                    )
                }
            }
            #expect(taken.count == 10)
            #expect(try await town.minutes(of: town.ada) == .zero)
            let left = taken.compactMap(\.fromLink.balance).sorted()
            #expect(left == (0..<10).map { Minutes(60 * $0) }, "one after another, none twice")
        }
    }

    @Test(arguments: Backend.available)
    func `many who confirm different hours from one allocation never overdraw it`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            // Six thousand minutes are there; ten times a day of 1,440 is more.
            var waiting: [Hours] = []
            for _ in 0..<10 { waiting.append(try await town.claim(1_440, town.ada)) }
            let ids = waiting.map(\.id)
            let paid = await several(10) { number in
                try await town.perform(
                    ConfirmHours(hours: ids[number], exception: "ten days, told as one"),
                    as: number % 2 == 0 ? .worker : .lead
                )
            }
            #expect(paid.count == 4)
            #expect(try await town.minutes(in: town.school.allocation) == Minutes(240))
            #expect(try await town.minutes(of: town.ada) == Minutes(5_760))
        }
    }

    @Test(arguments: Backend.available)
    func `a transfer that many reverse at once is reversed once`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(600, town.ada)
            let gift = try await town.give(60, from: town.ada, to: town.bo, as: .ada)
            let done = await several(16) { _ in
                try await town.perform(
                    Reverse(transfer: gift.id, reason: "wrong person"),
                    as: .coordinator
                )
            }
            #expect(done.count == 1)
            #expect(try await town.minutes(of: town.ada) == Minutes(600))
        }
    }
}
