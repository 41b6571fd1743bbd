internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

/// Posting in bulk leaves what posting one by one leaves, to the last column.
@Suite struct BulkPostingTests {
    @Test(arguments: Seeds.some, Backend.available)
    func `both ways write the same rows`(seed: UInt64, on backend: Backend) async throws {
        let model: Network.Model = seed.isMultiple(of: 2) ? .credits : .mutual
        let one = try await posted(inBulk: false, model, seed: seed, on: backend)
        let other = try await posted(inBulk: true, model, seed: seed, on: backend)
        #expect(one == other)
        #expect(one.transfers.count > 50)
        #expect((1..<one.transfers.count).contains(one.memos.count))
    }

    private func posted(
        inBulk: Bool,
        _ model: Network.Model,
        seed: UInt64,
        on backend: Backend
    ) async throws -> Dump {
        let clock = TestClock()
        return try await withTown(on: backend, clock: clock, model: model) { town in
            var random = SeededGenerator(seed: seed)
            for round in 0..<3 {
                // What comes with transfers of somebody who was erased is not kept.
                if round == 2 {
                    try await town.perform(EraseMember(member: .id(town.bo.id)), as: .coordinator)
                }
                let moves = (0..<100).map { _ in Move(town, &random) }
                _ = try await town.bank.perform(
                    PostAll(moves: moves, inBulk: inBulk),
                    in: town.slug,
                    as: .console
                )
                clock.advance(.seconds(60))
            }
            return try await town.database.read { try Dump($0) }
        }
    }
}

/// A transfer to try, or minutes to reserve for a minute.
private struct Move: Codable, Sendable {
    let kind: Int64
    let from: Int64
    let fromKind: Int64
    let to: Int64
    let toKind: Int64
    let minutes: Int64
    let isHold: Bool

    init(_ town: Town, _ random: inout SeededGenerator) {
        let accounts = [
            town.network.issuance, town.network.pot, town.network.notes, town.school.allocation,
            town.school.takings, town.cinema.takings, town.ada.wallet, town.bo.wallet,
        ]
        var from = accounts[0]
        var to = accounts[0]
        var kinds: [TransferKind] = []
        while kinds.isEmpty || from == to {
            from = accounts[Int.random(in: 0..<8, using: &random)]
            to = accounts[Int.random(in: 0..<8, using: &random)]
            kinds = TransferKind.allCases.filter {
                $0 != .reversal && $0.leads(from: from.kind, to: to.kind)
            }
        }
        kind = kinds[Int.random(in: 0..<kinds.count, using: &random)].rawValue
        (self.from, fromKind) = (from.id.raw, from.kind.rawValue)
        (self.to, toKind) = (to.id.raw, to.kind.rawValue)
        minutes = Int64.random(in: 1...400, using: &random)
        isHold = from.kind == .wallet && Int.random(in: 0..<4, using: &random) == 0
    }
}

private struct PostAll: Operation {
    let moves: [Move]
    let inBulk: Bool

    static let name = "test.post"
    static let access: Access = .operator
    var subject: Subject { .network }

    func run(at desk: Desk) throws -> Done {
        // Nothing else may touch the accounts while they are at hand, so holds come first.
        for move in moves where move.isHold {
            let from = Account(Account.ID(raw: move.from), .wallet)
            _ = try? desk.hold(Minutes(move.minutes), of: from, until: desk.now + .seconds(90))
        }
        let bulk = try inBulk ? BulkPosting(at: desk) : nil
        for move in moves where !move.isHold {
            guard let kind = TransferKind(rawValue: move.kind),
                let fromKind = AccountKind(rawValue: move.fromKind),
                let toKind = AccountKind(rawValue: move.toKind)
            else { continue }
            let from = Account(Account.ID(raw: move.from), fromKind)
            let to = Account(Account.ID(raw: move.to), toKind)
            let minutes = Minutes(move.minutes)
            // Either refuses before it has changed anything.
            if let bulk {
                _ = try? bulk.post(kind, from: from, to: to, minutes, at: desk.now, memo: "m")
            } else {
                _ = try? desk.post(kind, from: from, to: to, minutes, memo: "m")
            }
        }
        try bulk?.finish()
        return Done()
    }
}

/// Every row of the ledger as text, without what is drawn at random.
private struct Dump: Equatable, Sendable {
    let transfers: [String]
    let accounts: [String]
    let rollups: [String]
    let memos: [String]
    let holds: [String]

    init(_ tx: Transaction) throws {
        func line(_ row: Row, _ columns: Int) -> String {
            (0..<columns).map { row.textIfAny($0) ?? "-" }.joined(separator: " ")
        }
        transfers = try tx.all(
            """
            SELECT id, kind, from_account, to_account, minutes, at, journal, reverses,
                from_previous, from_after, to_previous, to_after
            FROM transfer ORDER BY id
            """,
            as: { line($0, 12) }
        )
        accounts = try tx.all(
            "SELECT id, balance, held, lowest, floor, last, prior FROM account ORDER BY id",
            as: { line($0, 7) }
        )
        rollups = try tx.all(
            "SELECT account, balance, upto FROM rollup ORDER BY account",
            as: { line($0, 3) }
        )
        memos = try tx.all(
            "SELECT transfer, words FROM memo ORDER BY transfer",
            as: { line($0, 2) }
        )
        holds = try tx.all("SELECT id, state FROM hold ORDER BY id", as: { line($0, 2) })
    }
}
