internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

/// Posts whatever it is told to, to see what the desk itself refuses.
private struct PostAnything: Operation {
    let kind: TransferKind
    let from: Account.ID
    let fromKind: AccountKind
    let to: Account.ID
    let toKind: AccountKind
    let minutes: Minutes

    static let name = "test.anything"
    static let access: Access = .coordinator
    var subject: Subject { .network }

    func run(at desk: Desk) throws -> Transfer {
        try desk.post(kind, from: Account(from, fromKind), to: Account(to, toKind), minutes)
    }
}

@Suite struct AmountTests {
    static let wrong: [Int64] = [0, -1, .min, 1_000_000_001, .max]

    @Test(arguments: Backend.available)
    func `only one minute to a thousand million move, at every layer`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let refusal = FieldRefusal.amountOutOfRange(field: "minutes")
            for count in Self.wrong {
                await #expect(throws: refusal, "the operation") {
                    try await town.give(count, from: town.ada, to: town.bo, as: .ada)
                }
                await #expect(throws: refusal, "the desk") {
                    try await town.perform(
                        PostAnything(
                            kind: .issue,
                            from: town.network.issuance.id,
                            fromKind: .issuance,
                            to: town.school.allocation.id,
                            toKind: .allocation,
                            minutes: Minutes(count)
                        ),
                        as: .coordinator
                    )
                }
                await #expect(throws: StoreError.self, "the database") {
                    try await town.database.write { try $0.copyTransfer(minutes: count) }
                }
            }
            // PostgreSQL rounds what is written into a column of whole numbers; no argument of ours
            // can be anything else.
            if backend == .sqlite {
                await #expect(throws: StoreError.self, "a fraction") {
                    try await town.database.write { try $0.copyTransferWithHalfAMinute() }
                }
            }
            for count: Int64 in [1, 1_000_000_000] {
                try await town.perform(
                    GrantAllocation(organisation: town.school.id, minutes: Minutes(count)),
                    as: .coordinator
                )
            }
            #expect(try await town.minutes(in: town.school.allocation) == Minutes(1_000_006_001))
        }
    }

    @Test(arguments: Backend.available)
    func `minutes go only the ways of their kind`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(60, town.ada)
            let (ada, school) = (town.ada.wallet, town.school)
            let ways: [(TransferKind, Account, Account)] = [
                (.gift, ada, town.network.pot), (.earn, ada, town.bo.wallet),
                (.redeem, ada, school.allocation), (.retire, school.allocation, ada),
                (.issue, town.network.issuance, ada), (.reversal, ada, town.cinema.takings),
            ]
            for (kind, from, to) in ways {
                await #expect(throws: AccountsRefusal.wrongWay, "\(kind)") {
                    try await town.perform(
                        PostAnything(
                            kind: kind,
                            from: from.id,
                            fromKind: from.kind,
                            to: to.id,
                            toKind: to.kind,
                            minutes: Minutes(1)
                        ),
                        as: .coordinator
                    )
                }
            }
            await #expect(throws: AccountsRefusal.sameAccount) {
                try await town.give(1, from: town.ada, to: town.ada, as: .ada)
            }
        }
    }

    @Test(arguments: Backend.available)
    func `takings are never retired or recycled beyond what is there`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(120, town.ada)
            try await town.redeem(2, town.ada)
            let retire: @Sendable (Int64) -> PostAnything = { minutes in
                PostAnything(
                    kind: .retire,
                    from: town.cinema.takings.id,
                    fromKind: .takings,
                    to: town.network.issuance.id,
                    toKind: .issuance,
                    minutes: Minutes(minutes)
                )
            }
            try await town.perform(retire(50), as: .coordinator)
            let left = AccountsRefusal.notEnoughCredits(left: Minutes(70), needed: Minutes(71))
            await #expect(throws: left) {
                try await town.perform(retire(71), as: .coordinator)
            }
            // Ten at once want ten each of the seventy that are left.
            let done = await several(10) { _ in
                try await town.perform(retire(10), as: .coordinator)
            }
            #expect(done.count == 7)
            #expect(try await town.minutes(in: town.cinema.takings) == .zero)
        }
    }
}

extension Transaction {
    /// The first transfer once more under another id, with another amount.
    fileprivate func copyTransfer(minutes: Int64) throws {
        try run(
            """
            INSERT INTO transfer (id, network, kind, from_account, from_kind, to_account, to_kind,
                minutes, at, journal, to_after)
            SELECT id + 1, network, kind, from_account, from_kind, to_account, to_kind, $1, at,
                journal, to_after
            FROM transfer ORDER BY id LIMIT 1
            """,
            minutes
        )
    }

    fileprivate func copyTransferWithHalfAMinute() throws {
        try run(
            """
            INSERT INTO transfer (id, network, kind, from_account, from_kind, to_account, to_kind,
                minutes, at, journal, to_after)
            SELECT id + 1, network, kind, from_account, from_kind, to_account, to_kind, 1.5, at,
                journal, to_after
            FROM transfer ORDER BY id LIMIT 1
            """
        )
    }
}
