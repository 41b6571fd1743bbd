import Foundation
import Ledger
import Store
import Synchronization
import Timebank

/// Runs each measure at several numbers of callers and prints a line of JSON for each.
struct Measuring {
    let bank: Bank
    let seconds: Double
    /// The one measure to run; all where none is named.
    let only: String?
    /// How many ask at once, one number after another; some that fit where none is named.
    let callers: [Int]

    func run() async throws {
        let slug = try require(Slug(Filling.slug))
        let people = try await Payer.those(in: slug, of: bank)
        if only ?? "confirm" == "confirm" { try await confirm(in: slug, as: people[0].token) }
        if only ?? "gift" == "gift" { try await give(in: slug, people) }
        if only == "gift-hot" { try await give(in: slug, people, toOne: true) }
        if only == "redeem" { try await redeem(in: slug, people, atOne: false) }
        if only == "redeem-hot" { try await redeem(in: slug, people, atOne: true) }
        try await read(in: slug, people)
    }

    /// Confirms hours that wait, each once.
    private func confirm(in slug: Slug, as worker: Credential) async throws {
        let waiting = try await bank.database.read(in: .whole) { tx in
            try tx.all("SELECT id FROM hours WHERE status = 'claimed' ORDER BY id") {
                Hours.ID(raw: $0.integer(0))
            }
        }
        let next = Atomic<Int>(0)
        for callers in callers.isEmpty ? [1, 16, 64, 256] : callers {
            try await measure("confirm", callers) { _, number in
                let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard place < waiting.count else { return false }
                _ = try await bank.perform(
                    ConfirmHours(hours: waiting[place]),
                    in: slug,
                    as: worker,
                    request: RequestKey(key(number))
                )
                return true
            }
        }
    }

    private func give(in slug: Slug, _ people: [Payer], toOne: Bool = false) async throws {
        for callers in callers.isEmpty ? [1, 16, 64, 256] : callers {
            try await measure(toOne ? "gift-hot" : "gift", callers) { random, number in
                let from = people[random.below(people.count)]
                let to = people[toOne ? 0 : random.below(people.count)]
                guard from.wallet != to.wallet else { return true }
                _ = try await bank.perform(
                    Give(
                        from: .id(from.wallet),
                        to: .id(to.wallet),
                        minutes: Minutes(5),
                        memo: "thank you"
                    ),
                    in: slug,
                    as: from.token,
                    request: RequestKey(key(number))
                )
                return true
            }
        }
    }

    /// Accepts credits at tills: each time at another partner, or all at the cinema.
    private func redeem(in slug: Slug, _ people: [Payer], atOne: Bool) async throws {
        let offers = try await Filling(bank: bank).partners(200, till: people[0].member)
        for callers in callers.isEmpty ? [1, 16, 64, 256] : callers {
            try await measure(atOne ? "redeem-hot" : "redeem", callers) { random, number in
                _ = try await bank.perform(
                    Redeem(
                        offer: offers[atOne ? 0 : random.below(offers.count)],
                        card: people[random.below(people.count)].number,
                        adults: 1,
                        children: 0
                    ),
                    in: slug,
                    as: people[0].token,
                    request: RequestKey(key(number))
                )
                return true
            }
        }
    }

    private func read(in slug: Slug, _ people: [Payer]) async throws {
        for callers in callers.isEmpty ? [1, 64] : callers {
            try await measure("balance", callers) { random, _ in
                let who = people[random.below(people.count)]
                _ = try await bank.ask(
                    AccountQuery(account: .id(who.wallet)),
                    in: slug,
                    as: who.token
                )
                return true
            }
            for (name, span) in [("statement", Span()), ("statement-short", Span(limit: 2))] {
                try await measure(name, callers) { random, _ in
                    let who = people[random.below(people.count)]
                    _ = try await bank.ask(
                        StatementQuery(account: .id(who.wallet), span: span),
                        in: slug,
                        as: who.token
                    )
                    return true
                }
            }
        }
    }

    private func key(_ number: Int) -> String {
        let now = StoreBench.now().milliseconds
        return String(now, radix: 16) + "-" + String(number, radix: 16)
    }

    private func measure(
        _ name: String,
        _ callers: Int,
        _ body: @escaping @Sendable (inout Random, Int) async throws -> Bool
    ) async throws {
        if let only, only != name { return }
        let end = ContinuousClock.now + .seconds(seconds)
        let start = ContinuousClock.now
        let counts = try await withThrowingTaskGroup(of: [Double].self) { group in
            for caller in 0..<callers {
                group.addTask {
                    var random = Random(seed: UInt64(caller + 1) &* 7_919)
                    var times: [Double] = []
                    var number = caller
                    while ContinuousClock.now < end {
                        let began = ContinuousClock.now
                        guard try await body(&random, number) else { break }
                        number += callers
                        times.append((ContinuousClock.now - began) / .milliseconds(1))
                    }
                    return times
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        let elapsed = (ContinuousClock.now - start) / .seconds(1)
        let sorted = counts.sorted()
        let p: (Double) -> Double = {
            sorted.isEmpty ? 0 : sorted[Int(Double(sorted.count - 1) * $0)]
        }
        print(
            """
            {"measure": "\(name)", "callers": \(callers), \
            "perSecond": \(Int(Double(sorted.count) / elapsed)), \
            "p50": \(p(0.5)), "p99": \(p(0.99)), "max": \(p(1))}
            """
        )
    }
}

struct Payer: Sendable {
    let token: Credential
    let member: Member.ID
    let wallet: Account.ID
    let number: String

    /// The first 100,000 members; those that PEOPLE names have their tokens already.
    static func those(in slug: Slug, of bank: Bank) async throws -> [Payer] {
        if let file = ProcessInfo.processInfo.environment["PEOPLE"] {
            return try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
                .map { try Payer($0) }
        }
        return try await bank.perform(
            IssueTokens(count: 100_000),
            in: slug,
            as: .console
        ).outcome.items.map { Payer($0) }
    }

    private init(_ item: TokensIssued.Item) {
        token = item.token.credential
        member = item.member.id
        wallet = item.member.wallet.id
        number = item.member.number
    }

    /// A line of the file that `people` writes.
    private init(_ line: Substring) throws {
        let words = line.split(separator: " ").map(String.init)
        token = try require(TokenText(words[0])).credential
        wallet = try require(Account.ID(words[1]))
        member = try require(Member.ID(words[3]))
        number = words[4]
    }
}

struct Missing: Error {}

func require<T>(_ value: T?) throws -> T {
    guard let value else { throw Missing() }
    return value
}
