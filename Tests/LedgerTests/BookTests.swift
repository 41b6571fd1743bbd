internal import Ledger
internal import Support
internal import Testing

@Suite struct BookTests {
    let now = Instant(microseconds: 0)
    let issuance = Account(ID(raw: 1), .issuance)
    let allocation = Account(ID(raw: 2), .allocation)
    let ada = Account(ID(raw: 3), .wallet)
    let bo = Account(ID(raw: 4), .wallet)
    let pot = Account(ID(raw: 5), .pot)
    let takings = Account(ID(raw: 6), .takings)

    /// A book in which Ada has two hours.
    private func book() throws -> Book {
        var book = Book()
        for account in [issuance, allocation, ada, bo, pot, takings] { book.open(account) }
        _ = try book.post(transfer(10, .issue, issuance, allocation, 600), now: now)
        _ = try book.post(transfer(11, .earn, allocation, ada, 120), now: now)
        return book
    }

    private func transfer(
        _ id: Int64,
        _ kind: TransferKind,
        _ from: Account,
        _ to: Account,
        _ minutes: Int64
    ) -> Transfer {
        Transfer(
            id: ID(raw: id),
            kind: kind,
            from: from,
            to: to,
            minutes: Minutes(minutes),
            at: now,
            journal: id
        )
    }

    @Test func `each transfer names the one before it and the balance after it`() throws {
        var book = try book()
        let gift = try book.post(transfer(12, .gift, ada, bo, 30), now: now)
        #expect(gift.fromLink == Transfer.Link(previous: ID(raw: 11), balance: Minutes(90)))
        #expect(gift.toLink == Transfer.Link(previous: nil, balance: Minutes(30)))
        let spent = try book.post(transfer(13, .redeem, ada, takings, 60), now: now)
        #expect(spent.fromLink == Transfer.Link(previous: ID(raw: 12), balance: Minutes(30)))
        #expect(spent.toLink == .none)
        #expect(book.sum == .zero)
    }

    @Test func `a transfer is reversed once, and a reversal is not reversed`() throws {
        var book = try book()
        _ = try book.post(transfer(12, .gift, ada, bo, 100), now: now)
        let back = try book.reverse(ID(raw: 12), as: ID(raw: 13), at: now, journal: 9, now: now)
        #expect(back.from == bo && back.to == ada && back.reverses == ID(raw: 12))
        #expect(throws: LedgerError.alreadyReversed) {
            try book.reverse(ID(raw: 12), as: ID(raw: 14), at: now, journal: 9, now: now)
        }
        #expect(throws: LedgerError.notReversible) {
            try book.reverse(ID(raw: 13), as: ID(raw: 14), at: now, journal: 9, now: now)
        }
    }

    @Test func `a reversal says what is left where the minutes have moved on`() throws {
        var book = try book()
        _ = try book.post(transfer(12, .gift, ada, bo, 100), now: now)
        _ = try book.post(transfer(13, .redeem, bo, takings, 60), now: now)
        let spent = LedgerError.alreadySpent(left: Minutes(40), needed: Minutes(100))
        #expect(throws: spent) {
            try book.reverse(ID(raw: 12), as: ID(raw: 14), at: now, journal: 9, now: now)
        }
        _ = try book.reverse(ID(raw: 13), as: ID(raw: 15), at: now, journal: 9, now: now)
        _ = try book.reverse(ID(raw: 12), as: ID(raw: 16), at: now, journal: 9, now: now)
        #expect(book.accounts[ada.id]?.purse.balance == Minutes(120))
    }

    @Test func `a debit lets expired holds go only when it would be refused without`() throws {
        var book = try book()
        let soon = now + .seconds(60)
        try book.hold(1, Minutes(100), of: ada, until: soon, now: now)
        _ = try book.post(transfer(12, .gift, ada, bo, 20), now: soon)
        #expect(book.holds.count == 1, "twenty minutes were free anyway")
        #expect(throws: LedgerError.notEnough(available: .zero, needed: Minutes(1))) {
            try book.post(transfer(13, .gift, ada, bo, 1), now: now)
        }
        #expect(book.spendable(ada.id, now: soon) == Minutes(100))
        _ = try book.post(transfer(13, .gift, ada, bo, 1), now: soon)
        #expect(book.holds.isEmpty && book.accounts[ada.id]?.purse.held == .zero)
    }

    @Test func `a hold that stands is posted, one that has run out is not`() throws {
        var book = try book()
        try book.hold(1, Minutes(60), of: ada, until: now + .seconds(60), now: now)
        let ticket = transfer(12, .redeem, ada, takings, 60)
        #expect(throws: LedgerError.holdOver) {
            try book.post(ticket, from: 1, now: now + .seconds(60))
        }
        #expect(book.holds.count == 1)
        _ = try book.post(ticket, from: 1, now: now + .seconds(59))
        #expect(throws: LedgerError.holdOver) { try book.post(ticket, from: 1, now: now) }
        #expect(book.accounts[ada.id]?.purse == Purse(balance: Minutes(60)))
    }

    @Test func `what is refused changes nothing`() throws {
        var book = try book()
        try book.hold(1, Minutes(60), of: ada, until: now, now: now)
        let before = book
        #expect(throws: LedgerError.self) {
            try book.post(transfer(12, .gift, ada, bo, 500), now: now)
        }
        #expect(throws: LedgerError.self) {
            try book.hold(2, Minutes(500), of: ada, until: now, now: now)
        }
        #expect(book.accounts == before.accounts && book.holds == before.holds)
    }

    @Test(arguments: Seeds.some)
    func `whatever is tried, a book sums to zero and no floor is broken`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var book = Book()
        let accounts = AccountKind.allCases.flatMap { kind in
            (0..<3).map { Account(ID(raw: kind.rawValue * 10 + $0 + 1), kind) }
        }
        for account in accounts {
            book.open(account, limit: Minutes(-Int64.random(in: 0...200, using: &random)))
        }
        var done = 0
        for number in Int64(1)...4_000 {
            let moment = now + .seconds(number)
            let before = book.accounts
            do {
                try attempt(number, at: moment, &book, accounts, &random)
                done += 1
            } catch is LedgerError {
                #expect(book.accounts == before, "a refusal changes nothing")
            }
            #expect(book.sum == .zero)
            for entry in book.accounts.values where entry.kind.isCounted {
                #expect(entry.purse.available >= entry.purse.floor && entry.purse.held >= .zero)
            }
        }
        #expect(done > 400)
    }

    private func attempt(
        _ id: Int64,
        at moment: Instant,
        _ book: inout Book,
        _ accounts: [Account],
        _ random: inout SeededGenerator
    ) throws {
        func pick() -> Account { accounts[Int.random(in: accounts.indices, using: &random)] }
        let minutes = Minutes(.random(in: 0...120, using: &random))
        let old = Int64.random(in: 1...id, using: &random)
        switch Int.random(in: 0..<20, using: &random) {
        case 0:
            let purse = pick()
            guard purse.kind.isCounted else { return }
            let until = moment + .seconds(Int64.random(in: 0...300, using: &random))
            try book.hold(id, minutes, of: purse, until: until, now: moment)
        case 1: try book.release(old)
        case 2:
            _ = try book.reverse(
                ID(raw: old),
                as: ID(raw: id),
                at: moment,
                journal: id,
                now: moment
            )
        case 3: book.limit(pick().id, to: Minutes(-Int64.random(in: 0...200, using: &random)))
        default:
            let (from, to) = (pick(), pick())
            let kinds = TransferKind.allCases.filter {
                $0 != .reversal && $0.leads(from: from.kind, to: to.kind)
            }
            guard let kind = kinds.randomElement(using: &random) else { return }
            _ = try book.post(
                Transfer(
                    id: ID(raw: id),
                    kind: kind,
                    from: from,
                    to: to,
                    minutes: minutes,
                    at: moment,
                    journal: id
                ),
                now: moment
            )
        }
    }
}
