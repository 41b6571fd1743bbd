internal import Ledger
internal import Support
internal import Testing

@Suite struct PurseTests {
    @Test func `what is held cannot be spent`() throws {
        let purse = try Purse(balance: Minutes(100)).holding(Minutes(70))
        #expect(purse.spendable == Minutes(30))
        #expect(throws: LedgerError.notEnough(available: Minutes(30), needed: Minutes(31))) {
            _ = try purse.taking(Minutes(31))
        }
        #expect(try purse.taking(Minutes(30)).available == .zero)
        #expect(purse.releasing(Minutes(70)).spendable == Minutes(100))
    }

    @Test func `a purse below its limit may only climb, and its floor climbs with it`() throws {
        let low = Purse(balance: Minutes(-300), limit: Minutes(-100))
        #expect(low.floor == Minutes(-300))
        #expect(low.spendable == .zero)
        #expect(throws: LedgerError.self) { _ = try low.taking(Minutes(1)) }
        let higher = low.adding(Minutes(150))
        #expect(higher.floor == Minutes(-150))
        #expect(throws: LedgerError.self) { _ = try higher.taking(Minutes(1)) }
        let inside = higher.adding(Minutes(60))
        #expect(inside.floor == Minutes(-100))
        #expect(inside.spendable == Minutes(10))
    }

    @Test(arguments: Seeds.some)
    func `whatever happens to a purse, what is available is never below the floor`(
        seed: UInt64
    ) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            var purse = Purse(limit: Minutes(-Int64.random(in: 0...500, using: &random)))
            for _ in 0..<100 {
                let minutes = Minutes(.random(in: 1...300, using: &random))
                let before = purse
                switch Int.random(in: 0..<5, using: &random) {
                case 0: purse = purse.adding(minutes)
                case 1: purse = (try? purse.taking(minutes)) ?? purse
                case 2: purse = (try? purse.holding(minutes)) ?? purse
                case 3 where purse.held > .zero: purse = purse.releasing(min(minutes, purse.held))
                default:
                    purse = Purse(
                        balance: purse.balance,
                        held: purse.held,
                        limit: Minutes(-Int64.random(in: 0...500, using: &random))
                    )
                }
                #expect(purse.available >= purse.floor && purse.floor <= purse.limit)
                #expect(purse.held >= .zero && purse.spendable >= .zero)
                // Only a change of the limit can lower what was there by less than it allows.
                if purse.limit == before.limit {
                    #expect(purse.available >= min(before.limit, before.available))
                }
            }
        }
    }

    @Test(arguments: Seeds.some)
    func `a debit is taken exactly where it is covered`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<2_000 {
            let purse = Purse(
                balance: Minutes(.random(in: -400...400, using: &random)),
                held: Minutes(.random(in: 0...200, using: &random)),
                limit: Minutes(.random(in: -300...0, using: &random))
            )
            let minutes = Minutes(.random(in: 1...500, using: &random))
            let isCovered = purse.available - minutes >= purse.floor
            #expect(((try? purse.taking(minutes)) != nil) == isCovered)
            #expect(((try? purse.holding(minutes)) != nil) == isCovered)
            let forced = try? purse.taking(minutes, forced: true)
            #expect(forced?.balance == purse.balance - minutes)
        }
    }
}
