internal import Ledger
internal import Support
internal import Testing
internal import Timebank

/// One's own wallet, by the name that means whoever acts.
@Suite struct OwnWalletTests {
    @Test func `the name is written and read as a text`() {
        #expect(AccountName("own") == .own)
        #expect(AccountName.own.description == "own")
    }

    @Test(arguments: Backend.available)
    func `everybody's own wallet is theirs, for what it holds, its statement and a gift`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(120, town.ada)
            let plan = GiftPreviewQuery(from: .own, to: .pot, minutes: Minutes(45))
            #expect(try await town.ask(plan, as: .ada).left == Minutes(75))
            let gift = Give(from: .own, to: .id(town.bo.wallet.id), minutes: Minutes(45))
            let sent = try await town.perform(gift, as: .ada)
            #expect(sent.from == town.ada.wallet)
            let entry = try #require(try await town.journal("wallet.give"))
            #expect(entry.behalf == nil)
            for (member, role, minutes) in [(town.ada, Town.Role.ada, 75), (town.bo, .bo, 45)] {
                let state = try await town.ask(AccountQuery(account: .own), as: role)
                #expect(state.account == member.wallet)
                #expect(state.holder == member.name)
                #expect(state.minutes == Minutes(Int64(minutes)))
                let lines = try await town.ask(StatementQuery(account: .own), as: role).items
                #expect(lines.first?.id == sent.id)
            }
            await #expect(throws: AccountsRefusal.sameAccount) {
                try await town.perform(Give(from: .own, to: .own, minutes: Minutes(1)), as: .ada)
            }
        }
    }

    @Test(arguments: Backend.available)
    func `who is no member has no wallet of their own`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            let gift = Give(from: .own, to: .pot, minutes: Minutes(1))
            for role in Town.Role.allCases {
                guard role != .ada, role != .bo else { continue }
                let refusal: AccessRefusal =
                    town.who(role) == .nobody ? .notSignedIn : .notFound
                await #expect(throws: refusal, "\(role)") {
                    _ = try await town.ask(AccountQuery(account: .own), as: role)
                }
                await #expect(throws: refusal, "\(role)") {
                    try await town.perform(gift, as: role)
                }
            }
        }
    }

    @Test(arguments: Backend.available)
    func `a coordinator grants nothing to their own wallet by that name`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(60, town.ada)
            try await town.perform(Give(from: .own, to: .pot, minutes: Minutes(60)), as: .ada)
            try await town.perform(
                Appoint(member: .id(town.ada.id), office: .coordinator),
                as: .operator
            )
            await #expect(throws: AccountsRefusal.ownTransfer) {
                try await town.perform(GrantFromPot(to: .own, minutes: Minutes(60)), as: .ada)
            }
        }
    }
}
