import Ledger
import Store
import Support
import Testing

@testable import Timebank

@Suite struct ChoosingTransfersTests {
    @Test(arguments: Backend.available)
    func `transfers are chosen by account, kind and day, newest first`(
        on backend: Backend
    ) async throws {
        let clock = TestClock()
        try await withTown(on: backend, clock: clock) { town in
            try await town.earn(120, town.ada)
            let first = try await town.give(10, from: town.ada, to: town.bo, as: .ada)
            clock.advance(.seconds(86_400 * 3))
            try await town.redeem(1, town.ada)
            let second = try await town.give(5, from: town.ada, to: town.bo, as: .ada)
            let today = clock.now.day
            func kinds(
                _ filter: TransferFilter,
                _ search: String = ""
            ) async throws -> [TransferKind] {
                let asked = TransfersQuery(search: search, filter: filter)
                return try await town.ask(asked, as: .coordinator).items.map(\.transfer.kind)
            }
            let gifts = TransfersQuery(filter: TransferFilter(kind: .gift))
            let found = try await town.ask(gifts, as: .operator).items.map(\.transfer.id)
            #expect(found == [second.id, first.id])
            let atCinema = TransferFilter(account: town.cinema.takings.id)
            #expect(try await kinds(atCinema) == [.redeem])
            #expect(try await kinds(atCinema, "Ada") == [.redeem])
            #expect(try await kinds(atCinema, "Bo").isEmpty)
            let ofAda = TransferFilter(account: town.ada.wallet.id)
            #expect(try await kinds(ofAda) == [.gift, .redeem, .gift, .earn])
            let lately = TransferFilter(account: town.ada.wallet.id, from: today)
            #expect(try await kinds(lately) == [.gift, .redeem])
            let before = TransferFilter(kind: .gift, to: today.adding(days: -1))
            #expect(try await kinds(before) == [.gift])
            #expect(try await kinds(before, town.bo.number) == [.gift])
            let never = TransferFilter(from: today.adding(days: 1))
            #expect(try await kinds(never).isEmpty)
        }
    }

    @Test(arguments: Backend.available)
    func `chosen transfers go on where they stopped`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(120, town.ada)
            var gifts: [Transfer.ID] = []
            for minutes in 1...5 {
                gifts.append(
                    try await town.give(Int64(minutes), from: town.ada, to: town.bo, as: .ada).id
                )
                try await town.give(1, from: town.bo, to: town.ada, as: .bo)
            }
            for account in [nil, town.ada.wallet.id, town.bo.wallet.id] {
                var found: [Transfer.ID] = []
                var after: Int64?
                var pages = 0
                repeat {
                    let page = try await town.ask(
                        TransfersQuery(
                            filter: TransferFilter(account: account, kind: .gift),
                            span: Span(limit: 3, after: after)
                        ),
                        as: .coordinator
                    )
                    found += page.items.map(\.transfer.id)
                    after = page.next
                    pages += 1
                } while after != nil && pages < 10
                #expect(found.count == 10 && Set(found).isSuperset(of: gifts))
                #expect(found == found.sorted { $0 > $1 })
                #expect(pages == 4)
            }
        }
    }

    @Test(arguments: Backend.available)
    func `a transfer says who made it and for whom, and what reversed it`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(60, town.bo)
            let gift = try await town.give(10, from: town.bo, to: town.ada, as: .guardian)
            let back = try await town.perform(
                Reverse(transfer: gift.id, reason: "The wrong neighbour"),
                as: .coordinator
            )
            let all = try await town.ask(TransfersQuery(), as: .coordinator).items
            let state = try #require(all.first { $0.transfer.id == gift.id })
            #expect(state.by == "guardian" && state.behalf == town.bo.name)
            #expect(state.fromMember == town.bo.id && state.toMember == town.ada.id)
            #expect(state.reversedBy == back.id && state.isByPerson)
            let reversal = try #require(all.first { $0.transfer.id == back.id })
            #expect(reversal.by == "coordinator" && reversal.transfer.reverses == gift.id)
            let granted = try #require(all.last)
            #expect(granted.transfer.kind == .issue && granted.by == nil && !granted.isByPerson)
        }
    }
}
