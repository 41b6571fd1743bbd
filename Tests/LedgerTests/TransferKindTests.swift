internal import Ledger
internal import Testing

@Suite struct TransferKindTests {
    /// Each way that design section 6 names, and no other.
    static let ways: [TransferKind: Set<String>] = [
        .issue: ["issuance allocation"],
        .earn: ["allocation wallet", "issuance wallet"],
        .redeem: ["wallet takings", "notes takings"],
        .exchange: ["wallet wallet"],
        .gift: ["wallet wallet"],
        .donate: ["wallet pot"],
        .grant: ["pot wallet", "pot allocation", "pot takings"],
        .remainder: ["wallet pot", "allocation pot"],
        .withdraw: ["wallet notes"],
        .deposit: ["notes wallet"],
        .print: ["allocation notes"],
        .void: ["notes allocation"],
        .convert: ["wallet mirror", "mirror wallet"],
        .loss: ["loss takings"],
        .retire: ["takings issuance"],
        .recycle: ["takings allocation"],
        .expire: ["wallet issuance"],
    ]

    @Test func `a kind leads its own ways and no other`() {
        for (kind, ways) in Self.ways { #expect(self.ways(of: kind) == ways, "\(kind)") }
    }

    @Test func `an opening leads from issuance to anything, or takes a debt in`() {
        let all = Set(AccountKind.allCases.map { "issuance \($0.name)" })
        #expect(ways(of: .opening) == all.union(["wallet issuance"]))
        for kind in TransferKind.allCases {
            for payer in AccountKind.allCases {
                let breaks = kind == .opening && payer == .wallet
                #expect(kind.mayBreakFloor(from: payer) == breaks)
            }
        }
    }

    @Test func `a reversal leads back along each of them`() {
        let forward = TransferKind.allCases.filter { $0 != .reversal }
        let back = forward.flatMap { kind in
            ways(of: kind).map { $0.split(separator: " ").reversed().joined(separator: " ") }
        }
        #expect(ways(of: .reversal) == Set(back))
    }

    @Test func `every kind has its word and its number, and both are read back`() {
        #expect(Set(TransferKind.allCases.map(\.name)).count == TransferKind.allCases.count)
        for kind in TransferKind.allCases {
            #expect(TransferKind(name: kind.name) == kind)
            #expect(TransferKind(rawValue: kind.rawValue) == kind)
        }
        #expect(TransferKind(name: "") == nil)
        #expect(TransferKind(name: "Gift") == nil)
    }

    @Test func `what no ledger may record is refused in order of precedence`() throws {
        let wallet = Account(ID(raw: 1), .wallet)
        let other = Account(ID(raw: 2), .wallet)
        let pot = Account(ID(raw: 3), .pot)
        for count: Int64 in [.min, -1, 0, 1_000_000_001, .max] {
            #expect(throws: LedgerError.amountOutOfRange(Minutes(count))) {
                try Transfer.check(kind: .issue, from: wallet, to: wallet, minutes: Minutes(count))
            }
        }
        #expect(throws: LedgerError.sameAccount) {
            try Transfer.check(kind: .donate, from: wallet, to: wallet, minutes: Minutes(1))
        }
        #expect(throws: LedgerError.wrongWay(.gift, from: .wallet, to: .pot)) {
            try Transfer.check(kind: .gift, from: wallet, to: pot, minutes: Minutes(1))
        }
        for count: Int64 in [1, 1_000_000_000] {
            try Transfer.check(kind: .gift, from: wallet, to: other, minutes: Minutes(count))
        }
    }

    private func ways(of kind: TransferKind) -> Set<String> {
        Set(
            AccountKind.allCases.flatMap { payer in
                AccountKind.allCases.filter { kind.leads(from: payer, to: $0) }
                    .map { "\(payer.name) \($0.name)" }
            }
        )
    }
}
