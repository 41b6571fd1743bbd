internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

/// One after another, where each answer can be said beforehand: done, or refused with these facts.
@Suite struct ForecastTests {
    static let policy = Policy(
        version: 1,
        credit: Minutes(60),
        mutualLimit: Minutes(600),
        ceiling: Minutes(3_000),
        newcomerDays: 1,
        newcomerGifts: Minutes(600),
        rounding: Minutes(15),
        expiryDays: nil
    )

    @Test(arguments: Backend.available, Network.Model.allCases)
    func `each answer is the one that the rules foretell`(
        on backend: Backend,
        _ model: Network.Model
    ) async throws {
        let seed = RehearsalTests.seed
        try await Stage.set(
            on: backend,
            model,
            policy: Self.policy,
            step: .seconds(10)
        ) { stage in
            let network = stage.town.network
            let before = try await stage.town.database.report { try $0.record(of: network) }
            var forecast = Forecast(stage, try Book(replaying: before, of: network))
            var player = Player(on: stage, seed: seed)
            for number in 0..<(RehearsalTests.operations(on: backend) / 8) {
                let step = player.next()
                let trace = await expect(step, of: &forecast, number, seed)
                if let trace { player.see(trace) }
                guard trace != nil || !Task.isCancelled else { break }
            }
            let after = try await stage.town.database.report { try $0.record(of: network) }
            forecast.book.compare(with: after)
        }
    }

    /// Tries a step whose answer was foretold; what was done, if anything.
    private func expect(
        _ step: Step,
        of forecast: inout Forecast,
        _ number: Int,
        _ seed: UInt64
    ) async -> Trace? {
        let stage = forecast.stage
        let moment = stage.clock.now + .seconds(10)
        let foretold = forecast.refusal(of: step, now: moment)
        do {
            var trace = try await stage.perform(step)
            if foretold != nil {
                Issue.record("\(number) \(step) was done, not \(foretold as Any); seed \(seed)")
            }
            if !trace.paid.isEmpty { trace = try await stage.paid(trace) }
            let linked = try forecast.follow(step, trace, now: moment)
            #expect(linked == trace.transfers, "\(number) \(step), seed \(seed)")
            return trace
        } catch let refusal as any Refusal {
            let isForetold = foretold.map { refusal.isSame(as: $0) } ?? false
            #expect(isForetold, "\(number) \(step), seed \(seed)")
            return nil
        } catch {
            Issue.record("\(number) \(step) failed: \(error); seed \(seed)")
            return nil
        }
    }
}

extension Stage {
    /// The same trace with the hours and transfers of what was confirmed together.
    fileprivate func paid(_ trace: Trace) async throws -> Trace {
        let network = town.network.id
        return try await town.database.read { tx in
            let hours = try trace.paid.compactMap { try tx.hours($0, in: network) }
            let transfers = try hours.compactMap(\.transfer).compactMap {
                try tx.transfer($0, in: network)
            }
            return Trace(transfers: transfers, hours: hours)
        }
    }
}
