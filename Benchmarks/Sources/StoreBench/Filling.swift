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
        guard hours > 0 else { return }
        try await appoint(at: school, for: hours)
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
    /// Makes the first member a worker at the organisation, which may issue what hours will need.
    private func appoint(at school: Organisation, for hours: Int) async throws {
        let members = try await bank.database.read(in: .whole) { try $0.members(1) }
        guard let worker = members.first else { throw Missing() }
        _ = try await bank.perform(
            AppointStaff(organisation: school.id, member: .id(worker), role: .worker),
            in: Slug(Self.slug),
            as: .console
        )
        _ = try await bank.perform(
            GrantAllocation(organisation: school.id, minutes: .hours(Int64(hours) * 2)),
            in: Slug(Self.slug),
            as: .console
        )
    }

    /// Partners with something to enjoy, and one member at all their tills; where they are there
    /// already they are used.
    func partners(_ count: Int, till: Member.ID) async throws -> [Offer.ID] {
        let there: [Offer.ID] = try await bank.database.read(in: .whole) { tx in
            try tx.all("SELECT id FROM offer ORDER BY id") { Offer.ID(raw: $0.integer(0)) }
        }
        guard there.isEmpty else { return there }
        var offers: [Offer.ID] = []
        for number in 0..<count { offers.append(try await partner(number, till: till)) }
        return offers
    }

    private func partner(_ number: Int, till: Member.ID) async throws -> Offer.ID {
        let slug = Slug(Self.slug)
        let place = try await bank.perform(
            AddOrganisation(
                title: "Partner \(number)",
                slug: "partner-\(number)",
                earns: false,
                spends: .corporate
            ),
            in: slug,
            as: .console
        ).outcome
        _ = try await bank.perform(
            AppointStaff(organisation: place.id, member: .id(till), role: .till),
            in: slug,
            as: .console
        )
        let film = AddOffer(organisation: place.id, title: "A film", adult: Minutes(30))
        return try await bank.perform(film, in: slug, as: .console).outcome.id
    }

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

/// Members of sixty days, each with 1,000 hours, for the journal an import.
struct FillMembers: Timebank.Operation {
    let count: Int

    static let name = ImportRows.name
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

/// Gifts among members at random, as fast as the desk can post them, for the journal an import.
struct FillTransfers: Timebank.Operation {
    let count: Int
    let seed: UInt64

    static let name = ImportRows.name
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

/// Hours that wait at the first organisation, of members at random, entered but not confirmed.
struct FillHours: Timebank.Operation {
    let count: Int
    let seed: UInt64

    static let name = EnterHours.name
    static let access: Access = .operator
    var subject: Subject { .network }

    func run(at desk: Desk) throws -> Done {
        let (places, members) = try (desk.tx.opportunities(), desk.tx.members(100_000))
        guard let place = places.first, members.count > 1 else { throw Missing() }
        var random = Random(seed: seed)
        for _ in 0..<count {
            _ = try ClaimHours(
                opportunity: place,
                member: .id(members[1 + random.below(members.count - 1)]),
                day: desk.now.day.adding(days: -random.below(30)),
                minutes: Minutes(60)
            ).run(at: desk)
        }
        return Done()
    }
}

extension Transaction {
    fileprivate func opportunities() throws -> [Opportunity.ID] {
        try all("SELECT id FROM opportunity ORDER BY id LIMIT 1") { $0.id(0) }
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
