import Foundation
import Ledger
import Store
import Timebank

/// Makes a network of many members and a history of gifts among them.
struct Filling {
    let bank: Bank
    static let slug = "bench"

    /// Makes so many members, gifts among them, and hours that wait to be confirmed.
    func fill(members: Int, transfers: Int, hours: Int) async throws {
        _ = try await bank.perform(
            CreateNetwork(slug: Self.slug, title: "Bench"),
            as: .console
        )
        let school = try await bank.perform(
            AddOrganisation(title: "School", slug: "school", earns: true, spends: .no),
            in: Slug(Self.slug),
            as: .console
        ).outcome
        _ = try await bank.perform(
            AddOpportunity(organisation: school.id, title: "Reading"),
            in: Slug(Self.slug),
            as: .console
        )
        for start in stride(from: 0, to: members, by: 10_000) {
            _ = try await bank.perform(
                FillMembers(count: min(10_000, members - start)),
                in: Slug(Self.slug),
                as: .console
            )
        }
        try await grow(transfers: transfers)
        for start in stride(from: 0, to: hours, by: 50_000) {
            _ = try await bank.perform(
                FillHours(count: min(50_000, hours - start), seed: UInt64(start) + 1),
                in: Slug(Self.slug),
                as: .console
            )
        }
    }
}

extension Filling {
    /// Makes so many gifts between members at random.
    func grow(transfers: Int) async throws {
        // Another run is not to make the same gifts in the same order.
        let first = UInt64(StoreBench.now().milliseconds)
        for start in stride(from: 0, to: transfers, by: 50_000) {
            _ = try await bank.perform(
                FillTransfers(count: min(50_000, transfers - start), seed: first + UInt64(start)),
                in: Slug(Self.slug),
                as: .console
            )
        }
    }

    /// Writes a line for each of the first members: token, own account, account of somebody else,
    /// own id and number.
    func writePeople(_ count: Int, to file: String) async throws {
        let items = try await bank.perform(
            IssueTokens(count: count),
            in: Slug(Self.slug),
            as: .console
        ).outcome.items
        var lines = ""
        for (index, item) in items.enumerated() {
            let next = items[(index + 7_919) % items.count].member
            lines += "\(item.token.revealed) \(item.member.wallet.id) \(next.wallet.id) "
            lines += "\(item.member.id) \(item.member.number)\n"
        }
        try lines.write(toFile: file, atomically: true, encoding: .utf8)
    }
}

/// Members of sixty days, each with 1,000 hours.
struct FillMembers: Timebank.Operation {
    let count: Int

    static let name = "bench.members"
    static let access: Access = .operator
    var subject: Subject { .network }

    func run(at desk: Desk) throws -> Done {
        for _ in 0..<count {
            let number = try desk.nextNumber()
            let member = try desk.newMember(
                number: number,
                name: "Member \(number)",
                email: nil,
                phone: nil,
                language: "en",
                person: nil,
                joined: desk.now - .seconds(86_400 * 60)
            )
            try desk.post(
                .opening,
                from: desk.here.issuance,
                to: member.wallet,
                .hours(1_000)
            )
        }
        return Done()
    }
}

/// Gifts among members at random, as fast as the desk can post them.
struct FillTransfers: Timebank.Operation {
    let count: Int
    let seed: UInt64

    static let name = "bench.transfers"
    static let access: Access = .operator
    var subject: Subject { .network }

    func run(at desk: Desk) throws -> Done {
        let wallets = try desk.tx.all(
            "SELECT wallet FROM member WHERE network = $1",
            desk.here.id
        ) { Account($0.id(0), .wallet) }
        var random = Random(seed: seed)
        for _ in 0..<count {
            let from = wallets[random.below(wallets.count)]
            let to = wallets[random.below(wallets.count)]
            guard from.id != to.id else { continue }
            _ = try? desk.post(
                .gift,
                from: from,
                to: to,
                Minutes(1 + Int64(random.below(60))),
                memo: "thank you"
            )
        }
        return Done()
    }
}

/// Hours that wait at the first organisation, claimed by members at random, and a worker there who
/// may confirm them.
struct FillHours: Timebank.Operation {
    let count: Int
    let seed: UInt64

    static let name = "bench.hours"
    static let access: Access = .operator
    var subject: Subject { .network }

    func run(at desk: Desk) throws -> Done {
        let (places, members) = try (desk.tx.opportunities(), desk.tx.members(100_000))
        guard let place = places.first, members.count > 1 else { throw Missing() }
        _ = try AppointStaff(organisation: place.of, member: .id(members[0]), role: .worker)
            .run(at: desk)
        _ = try GrantAllocation(organisation: place.of, minutes: .hours(Int64(count) * 2))
            .run(at: desk)
        var random = Random(seed: seed)
        for _ in 0..<count {
            _ = try ClaimHours(
                opportunity: place.id,
                member: .id(members[1 + random.below(members.count - 1)]),
                day: desk.now.day,
                minutes: Minutes(60)
            ).run(at: desk)
        }
        return Done()
    }
}

/// Partners with something to enjoy, and one member at all their tills; where they are there
/// already they are used.
struct FillPartners: Timebank.Operation {
    let count: Int
    let till: Member.ID

    static let name = "bench.partners"
    static let access: Access = .operator
    var subject: Subject { .network }

    func run(at desk: Desk) throws -> Offers {
        let there = try desk.tx.all("SELECT id FROM offer ORDER BY id") { row in
            Offer.ID(raw: row.integer(0))
        }
        if !there.isEmpty { return Offers(all: there) }
        let offers = try (0..<count).map { number in
            let place = try AddOrganisation(
                title: "Partner \(number)",
                slug: "partner-\(number)",
                earns: false,
                spends: .corporate
            ).run(at: desk)
            _ = try AppointStaff(organisation: place.id, member: .id(till), role: .till)
                .run(at: desk)
            return try AddOffer(organisation: place.id, title: "A film", adult: Minutes(30))
                .run(at: desk).id
        }
        return Offers(all: offers)
    }
}

/// The offers of those partners.
struct Offers: Outcome {
    let all: [Offer.ID]

    var made: [Int64] { [] }

    static func recall(_ made: [Int64], at view: View) throws -> Offers { Offers(all: []) }
}

extension Transaction {
    fileprivate func opportunities() throws -> [(id: Opportunity.ID, of: Organisation.ID)] {
        try all("SELECT id, organisation FROM opportunity ORDER BY id LIMIT 1") {
            ($0.id(0), $0.id(1))
        }
    }

    fileprivate func members(_ most: Int) throws -> [Member.ID] {
        try all("SELECT id FROM member ORDER BY id LIMIT $1", most) { $0.id(0) }
    }
}

/// xorshift64*, good enough to choose accounts.
struct Random {
    var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func below(_ bound: Int) -> Int {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return Int((state &* 0x2545_F491_4F6C_DD1D) >> 33) % bound
    }
}
