internal import Ledger
internal import Support
internal import Testing

@Suite struct SealTests {
    // Worked out apart from this program, with Python's hashlib:
    //
    //   NONE = -2**63
    //   a = pack(">12q", 1000, 1, 1, 11, 6000, 1795176000000000, 999, NONE,
    //            NONE, NONE, NONE, 6000)
    //   b = pack(">12q", 1001, 2, 11, 21, 90, 1795176060000000, 998, NONE,
    //            1000, 5910, NONE, 90)
    //   c = pack(">12q", 1002, 19, 21, 11, 90, -5, 997, 1001, 1001, 0, 1001, 6000)
    //   one = sha256(bytes(32) + pack(">q", 7) + a + b)
    //   two = sha256(one.digest() + pack(">q", 7) + c)
    static let one = "19bde74d25914243f3fcc52210d7a5442c6e5a70ddc060e3981538834967f022"
    static let two = "8f905a30e03991803a5c8ab326edc63eda544783eb2f5cc0ac314b48e6cfdc66"

    static let issued = transfer(
        1000,
        .issue,
        Account(ID(raw: 1), .issuance),
        Account(ID(raw: 11), .allocation),
        6_000,
        at: 1_795_176_000_000_000,
        journal: 999,
        to: (nil, 6_000)
    )
    static let earned = transfer(
        1001,
        .earn,
        Account(ID(raw: 11), .allocation),
        Account(ID(raw: 21), .wallet),
        90,
        at: 1_795_176_060_000_000,
        journal: 998,
        from: (1000, 5_910),
        to: (nil, 90)
    )
    static let taken = transfer(
        1002,
        .reversal,
        Account(ID(raw: 21), .wallet),
        Account(ID(raw: 11), .allocation),
        90,
        at: -5,
        journal: 997,
        reverses: 1001,
        from: (1001, 0),
        to: (1001, 6_000)
    )

    @Test func `a seal is the digest that anybody can work out`() throws {
        let one = try #require(Self.seal([Self.issued, Self.earned]))
        #expect(Self.hex(one.digest) == Self.one)
        #expect(one.previous == Seal.beginning)
        #expect(one.first == Self.issued.id && one.last == Self.earned.id && one.count == 2)
        let two = try #require(Self.seal([Self.taken], after: one.digest))
        #expect(Self.hex(two.digest) == Self.two)
        #expect(two.previous == one.digest && two.count == 1)
    }

    @Test func `nothing gives no seal`() {
        #expect(Self.seal([]) == nil)
    }

    @Test func `another network or another beginning gives another seal`() {
        let all = [Self.issued, Self.earned]
        #expect(Self.seal(all, network: 8)?.digest != Self.seal(all)?.digest)
        #expect(Self.seal(all, after: Array(repeating: 1, count: 32)) != Self.seal(all))
    }

    @Test func `whatever is changed in a transfer changes the seal`() {
        let sealed = Self.seal([Self.issued, Self.earned])?.digest
        for (number, changed) in Self.changed.enumerated() {
            #expect(Self.seal([Self.issued, changed])?.digest != sealed, "change \(number)")
        }
        #expect(Self.changed.count == 13)
        #expect(Self.seal([Self.issued])?.digest != sealed)
        #expect(Self.seal([Self.earned])?.digest != sealed)
        #expect(Self.seal([Self.issued, Self.earned, Self.taken])?.digest != sealed)
    }

    @Test(arguments: Seeds.some)
    func `the canonical bytes of two transfers are equal only when they are the same`(
        seed: UInt64
    ) {
        var random = SeededGenerator(seed: seed)
        var seen: [[UInt8]: Transfer] = [:]
        for _ in 0..<3_000 {
            let some = Self.random(&random)
            var bytes: [UInt8] = []
            some.appendCanonical(to: &bytes)
            #expect(bytes.count == Transfer.canonicalLength)
            #expect(seen[bytes].map { $0 == some } ?? true)
            seen[bytes] = some
        }
    }
}

extension SealTests {
    static func seal(
        _ transfers: [Transfer],
        network: Int64 = 7,
        after previous: [UInt8] = Seal.beginning
    ) -> Seal? {
        var press = SealPress(network: network, after: previous)
        for transfer in transfers { press.add(transfer) }
        return press.seal()
    }

    static func hex(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    static func transfer(
        _ id: Int64,
        _ kind: TransferKind,
        _ from: Account,
        _ to: Account,
        _ minutes: Int64,
        at: Int64,
        journal: Int64,
        reverses: Int64? = nil,
        from fromLink: (Int64?, Int64)? = nil,
        to toLink: (Int64?, Int64)? = nil
    ) -> Transfer {
        let link = { (link: (Int64?, Int64)?) in
            Transfer.Link(
                previous: link?.0.map { ID(raw: $0) },
                balance: link.map { Minutes($0.1) }
            )
        }
        return Transfer(
            id: ID(raw: id),
            kind: kind,
            from: from,
            to: to,
            minutes: Minutes(minutes),
            at: Instant(microseconds: at),
            journal: journal,
            reverses: reverses.map { ID(raw: $0) },
            fromLink: link(fromLink),
            toLink: link(toLink)
        )
    }

    /// ``earned`` with each of its twelve numbers changed in turn.
    static var changed: [Transfer] {
        let wallet = Account(ID(raw: 22), .wallet)
        let allocation = Account(ID(raw: 12), .allocation)
        let at = earned.at.microseconds
        return [
            earned(id: 1002), earned(kind: .opening), earned(from: allocation),
            earned(to: wallet), earned(minutes: 91), earned(at: at + 1), earned(journal: 999),
            earned(reverses: 0), earned(fromLink: (nil, 5_910)), earned(fromLink: (1000, 5_911)),
            earned(toLink: (1, 90)), earned(toLink: (nil, 91)), earned(toLink: nil),
        ]
    }

    /// ``earned``, but for what is given.
    private static func earned(
        id: Int64 = 1001,
        kind: TransferKind = .earn,
        from: Account = earned.from,
        to: Account = earned.to,
        minutes: Int64 = 90,
        at: Int64 = earned.at.microseconds,
        journal: Int64 = 998,
        reverses: Int64? = nil,
        fromLink: (Int64?, Int64)? = (1000, 5_910),
        toLink: (Int64?, Int64)? = (nil, 90)
    ) -> Transfer {
        transfer(
            id,
            kind,
            from,
            to,
            minutes,
            at: at,
            journal: journal,
            reverses: reverses,
            from: fromLink,
            to: toLink
        )
    }

    static func random(_ random: inout SeededGenerator) -> Transfer {
        // Few values, so that many are equal.
        func small() -> Int64 { .random(in: 0...1, using: &random) }
        func link() -> (Int64?, Int64)? { small() == 0 ? nil : (small(), small()) }
        return transfer(
            small(),
            small() == 0 ? .gift : .exchange,
            Account(ID(raw: small()), .wallet),
            Account(ID(raw: small()), .wallet),
            1 + small(),
            at: -small(),
            journal: small(),
            reverses: small() == 0 ? nil : small(),
            from: link(),
            to: link()
        )
    }
}
