internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

/// Incidents and expectations of other time banks' programs.
@Suite struct PeerCaseTests {
    /// Hundredths of a credit: what was there, what came in, what was spent, what is right.
    struct Correction: Sendable, CustomTestStringConvertible {
        let start: Int64
        let received: [Int64]
        let spent: Int64
        let corrected: Int64
        var testDescription: String { "\(start) becomes \(corrected)" }
    }

    /// Thirteen wallets that a program without a ledger had got wrong, as they were put right.
    static let corrections = [
        Correction(start: 12277, received: [], spent: 2800, corrected: 9477),
        Correction(start: 8000, received: [], spent: 2700, corrected: 5300),
        Correction(start: 8000, received: [5000], spent: 6500, corrected: 6500),
        Correction(start: 4326, received: [6004], spent: 4000, corrected: 6330),
        Correction(start: 5260, received: [], spent: 2000, corrected: 3260),
        Correction(start: 171_660, received: [100, 1045], spent: 1000, corrected: 171_805),
        Correction(start: 1100, received: [], spent: 900, corrected: 200),
        Correction(start: 3100, received: [], spent: 2900, corrected: 200),
        Correction(start: 45900, received: [], spent: 2100, corrected: 43800),
        Correction(start: 0, received: [], spent: 900, corrected: -900),
        Correction(start: 10500, received: [800], spent: 0, corrected: 11300),
        Correction(start: 6700, received: [8000, 4000], spent: 0, corrected: 18700),
        Correction(start: 11200, received: [5100], spent: 0, corrected: 16300),
    ]

    static let hundredths = Policy(
        version: 1,
        credit: Minutes(100),
        mutualLimit: Minutes(1_000),
        ceiling: nil,
        newcomerDays: 30,
        newcomerGifts: Minutes(600),
        rounding: Minutes(1),
        expiryDays: nil
    )

    @Test(arguments: corrections, Backend.available)
    func `each corrected wallet is what its history says`(
        one: Correction,
        on backend: Backend
    ) async throws {
        try await withVillage(on: backend, model: .mutual, policy: Self.hundredths) {
            (village: Village) async throws in
            var rows: [String] = []
            func row(_ from: String, _ to: String, _ minutes: Int64, _ kind: String) {
                guard minutes > 0 else { return }
                rows.append(
                    "c\(rows.count),2026-01-01T10:00:00Z,\(from),\(to),\(minutes),\(kind),"
                )
            }
            row("issuance", "member:X", one.start, "opening")
            for minutes in one.received { row("pot", "member:X", minutes, "grant") }
            row("member:X", "member:Y", one.spent, "exchange")
            #expect(try await village.bring(rows: rows).complaints == [])
            #expect(try await village.minutes("member:X") == one.corrected)
            #expect(try await village.bring(rows: rows).added == 0)
            #expect(try await village.minutes("member:X") == one.corrected)
        }
    }

    @Test(arguments: Backend.available)
    func `what is held is charged once, and the rest is free to spend`(
        on backend: Backend
    ) async throws {
        try await withVillage(on: backend, model: .mutual, policy: Self.hundredths) {
            (village: Village) async throws in
            try await village.bring(rows: [
                "1,2026-01-01T10:00:00Z,issuance,member:X,8000,opening,",
                "2,2026-01-01T10:00:00Z,member:X,member:Y,2700,exchange,",
            ])
            let held = try await village.bank.perform(
                HoldThenPost(number: "X", minutes: 1_200, to: nil),
                in: village.network.slug,
                as: .console
            ).outcome
            #expect(held.balance == 5_300 && held.available == 4_100)
            let paid = try await village.bank.perform(
                HoldThenPost(number: "X", minutes: 1_200, to: "Y"),
                in: village.network.slug,
                as: .console
            ).outcome
            #expect(paid.balance == 4_100 && paid.available == 2_900)
        }
    }

    @Test(arguments: [(600, 3), (600, 7), (601, 7), (1, 3)], Backend.available)
    func `a split of an hour pays out what it takes`(
        row: (minutes: Int64, people: Int),
        on backend: Backend
    ) async throws {
        let (minutes, people) = row
        try await withVillage(on: backend, model: .mutual) { (village: Village) async throws in
            let split = Split(Minutes(minutes), among: people)
            var rows = split.shares.enumerated().map {
                "s\($0.offset),2026-01-01T10:00:00Z,member:P,member:R\($0.offset),"
                    + "\($0.element.count),exchange,"
            }
            let rest = split.remainder.count
            rows.append("r,2026-01-01T10:00:00Z,member:P,pot,\(rest),remainder,")
            rows = rows.filter { !$0.contains(",0,") }
            #expect(
                try await village.bring(rows: rows).complaints
                    == (minutes > 600 ? ["9 minutes not-enough-credits"] : [])
            )
            guard minutes <= 600 else { return }
            #expect(try await village.minutes("member:P") == -minutes)
            #expect(try await village.minutes("pot") == rest)
        }
    }

    /// TimeOverflow's issue 845: after a deletion one account kept −1 and the other +1.
    @Test(arguments: Backend.available)
    func `taking something back leaves nothing behind`(on backend: Backend) async throws {
        try await withVillage(on: backend, model: .mutual) { (village: Village) async throws in
            try await village.bring(rows: [
                "1,2026-01-01T10:00:00Z,member:A,member:B,1,exchange,",
                "2,2026-01-02T10:00:00Z,member:B,member:A,1,reversal,1",
            ])
            #expect(try await village.minutes("member:A") == 0)
            #expect(try await village.minutes("member:B") == 0)
        }
    }

    @Test(arguments: Backend.available)
    func `over the limit one may only trade toward zero`(on backend: Backend) async throws {
        try await withVillage(on: backend, model: .mutual) { (village: Village) async throws in
            func bring(_ row: String) async throws -> [String] {
                try await village.bring(rows: [row]).complaints
            }
            let at = "2026-01-01T10:00:00Z"
            #expect(try await bring("1,\(at),member:A,issuance,900,opening,") == [])
            #expect(
                try await bring("2,\(at),member:A,member:B,1,exchange,")
                    == ["2 minutes not-enough-credits"]
            )
            #expect(try await bring("3,\(at),member:B,member:A,500,exchange,") == [])
            #expect(try await bring("4,\(at),member:A,member:B,200,exchange,") == [])
            #expect(
                try await bring("5,\(at),member:A,member:B,1,exchange,")
                    == ["2 minutes not-enough-credits"]
            )
            #expect(try await village.minutes("member:A") == -600)
        }
    }
}

/// Reserves minutes of a member and, where it says to whom, moves them on.
private struct HoldThenPost: Operation {
    let number: String
    let minutes: Int64
    let to: String?

    /// Not journalled under any name that the program knows.
    static let name = "test.hold"
    static let access: Access = .operator
    var subject: Subject { .network }

    struct Left: Outcome {
        let balance: Int64
        let available: Int64
        var made: [Int64] { [] }
        static func recall(_ made: [Int64], at view: View) throws -> Left {
            Left(balance: 0, available: 0)
        }
    }

    func run(at desk: Desk) throws -> Left {
        guard let holder = try wallet(number, desk) else { throw AccessRefusal.notFound }
        let hold = try desk.hold(Minutes(minutes), of: holder, until: desk.now + .seconds(60))
        if let to, let payee = try wallet(to, desk) {
            _ = try desk.post(hold.id, as: .exchange, from: holder, to: payee)
        }
        let purse = try desk.tx.purse(of: holder.id, in: desk.here.id)
        return Left(
            balance: purse?.balance.count ?? 0,
            available: purse?.available.count ?? 0
        )
    }

    private func wallet(_ number: String, _ desk: Desk) throws -> Account? {
        guard let name = AccountName("member:\(number)") else { return nil }
        return try desk.view.account(name)?.account
    }
}
