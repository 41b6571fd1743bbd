internal import Foundation
internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

/// Random operations, many at once, on the real store, against the ledger in memory.
///
/// `COMMONHOUR_SEED` replays a failure, `COMMONHOUR_REHEARSALS` sets how many operations are tried,
/// and `COMMONHOUR_REHEARSAL=long` tries many more, as `make drill-rehearsal` does.
@Suite(.serialized) struct RehearsalTests {
    static let environment = ProcessInfo.processInfo.environment
    static let seed =
        environment["COMMONHOUR_SEED"].flatMap { UInt64($0) } ?? .random(in: .min ... .max)
    static let tasks = 64

    /// How many are tried; on PostgreSQL, where each is a transaction of its own, fewer.
    static func operations(on backend: Backend) -> Int {
        if let said = environment["COMMONHOUR_REHEARSALS"].flatMap({ Int($0) }) { return said }
        let few = backend == .sqlite ? 40_000 : 12_000
        return environment["COMMONHOUR_REHEARSAL"] == "long" ? 5 * few : few
    }

    /// Rules that nobody runs into by being new.
    static let policy = Policy(
        version: 1,
        credit: Minutes(60),
        mutualLimit: Minutes(600),
        ceiling: Minutes(6_000),
        newcomerDays: 0,
        newcomerGifts: Minutes(600),
        rounding: Minutes(1),
        expiryDays: nil
    )

    @Test(arguments: Backend.available, Network.Model.allCases)
    func `what many do at once is what the book says, to the last minute`(
        on backend: Backend,
        _ model: Network.Model
    ) async throws {
        let seed = Self.seed
        try await Stage.set(
            on: backend,
            model,
            policy: Self.policy,
            step: .seconds(1)
        ) { stage in
            // Half in each kind of network.
            let each = Self.operations(on: backend) / 2 / Self.tasks
            let logs = await withTaskGroup(of: Log.self, returning: [Log].self) { group in
                for task in 0..<Self.tasks {
                    group.addTask { await Log.play(stage, seed &+ UInt64(task), steps: each) }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            let network = stage.town.network
            let record = try await stage.town.database.report { try $0.record(of: network) }
            try check(logs, record, stage, seed)
        }
    }

    private func check(_ logs: [Log], _ record: Record, _ stage: Stage, _ seed: UInt64) throws {
        do {
            let book = try Book(replaying: record, of: stage.town.network)
            book.compare(with: record)
        } catch {
            Issue.record("the book refuses what the store took: \(error); seed \(seed)")
        }
        let faults = logs.flatMap(\.faults)
        #expect(faults.isEmpty, "seed \(seed): \(faults.prefix(3))")
        let done = logs.flatMap(\.done)
        let rows = record.journal.filter { $0.id > stage.opening }
        #expect(done.count == rows.count, "each that was done has its row; seed \(seed)")
        let stored = record.transfers.values.joined().filter { $0.journal > stage.opening }
        let acknowledged = done.flatMap { trace in
            trace.transfers.map(\.id) + trace.paid.compactMap { record.paid[$0] }
        }
        #expect(acknowledged.count == Set(acknowledged).count, "seed \(seed)")
        #expect(Set(acknowledged) == Set(stored.map(\.id)), "seed \(seed)")
        let byID = Dictionary(uniqueKeysWithValues: stored.map { ($0.id, $0) })
        for transfer in done.flatMap(\.transfers) where byID[transfer.id] != transfer {
            Issue.record("\(transfer) was answered, \(byID[transfer.id] as Any) stored: \(seed)")
        }
        let refused = logs.reduce(0) { $0 + $1.refused }
        // A rehearsal in which next to nothing happens, or nothing is refused, shows little.
        #expect(stored.count > done.count / 4 && refused > done.count / 50)
        print("rehearsed \(done.count) done, \(refused) refused, seed \(seed)")
    }
}

/// What one task did and was told.
struct Log: Sendable {
    var done: [Trace] = []
    var refused = 0
    /// Answers that no operation may give.
    var faults: [String] = []

    /// Plays so many steps, each of which is asked for once or several times at once.
    static func play(_ stage: Stage, _ seed: UInt64, steps: Int) async -> Log {
        var log = Log()
        var player = Player(on: stage, seed: seed)
        for number in 0..<steps {
            let step = player.next()
            let key = "\(seed)-\(number)"
            if player.repeats() {
                let answers = await several(step, key, on: stage)
                log.note(repeated: answers, of: step)
                answers.compactMap { try? $0.get() }.first.map { player.see($0) }
            } else {
                let answer = await ask(step, number.isMultiple(of: 2) ? key : nil, on: stage)
                log.note(answer, of: step)
                if case .success(let trace) = answer { player.see(trace) }
            }
        }
        return log
    }

    private static func ask(
        _ step: Step,
        _ key: String?,
        on stage: Stage
    ) async -> Result<Trace, any Error> {
        do {
            return .success(try await stage.perform(step, key: key))
        } catch {
            return .failure(error)
        }
    }

    private static func several(
        _ step: Step,
        _ key: String,
        on stage: Stage
    ) async -> [Result<Trace, any Error>] {
        async let first = ask(step, key, on: stage)
        async let second = ask(step, key, on: stage)
        async let third = ask(step, key, on: stage)
        return await [first, second, third]
    }

    private mutating func note(_ answer: Result<Trace, any Error>, of step: Step) {
        switch answer {
        case .success(let trace): done.append(trace)
        case .failure(let error as any Refusal):
            refused += 1
            if case RequestRefusal.keyReused = error { faults.append("\(step): \(error)") }
        case .failure(let error): faults.append("\(step): \(error)")
        }
    }

    /// Of several with one key at most one does something, and all that succeed say the same.
    private mutating func note(repeated: [Result<Trace, any Error>], of step: Step) {
        let traces = repeated.compactMap { try? $0.get() }
        if traces.count(where: { !$0.isRepeat }) > 1 || Set(traces.map(\.first)).count > 1 {
            faults.append("\(step) with one key came to \(traces)")
        }
        for answer in repeated {
            switch answer {
            case .success(let trace) where trace.isRepeat: break
            default: note(answer, of: step)
            }
        }
    }
}
