internal import ServiceLifecycle
internal import Timebank

/// Has several servers on one store let a sender do together about what one of them would.
///
/// While somebody uses much, and only then, it tells the others each second what they took here
/// and learns what they took there.
package struct RateSharing: Service {
    private let site: Site
    private let board: UsageBoard
    private let trouble: @Sendable (String, any Error) -> Void

    private static let rest: Duration = .seconds(1)
    /// How long it rests when the store did not take it.
    private static let longRest: Duration = .seconds(15)

    /// The sharing of one server; `trouble` is told what failed, and why.
    package init(_ site: Site, trouble: @escaping @Sendable (String, any Error) -> Void) {
        self.site = site
        self.trouble = trouble
        board = UsageBoard(site.bank)
    }

    /// Goes on until the program is told to stop.
    package func run() async throws {
        await cancelWhenGracefulShutdown {
            var rest = Self.rest
            while !Task.isCancelled {
                try? await Task.sleep(for: rest)
                do {
                    try await exchange()
                    rest = Self.rest
                } catch {
                    if Task.isCancelled { break }
                    trouble("rates.share", error)
                    rest = Self.longRest
                }
            }
        }
        guard site.settings.sharesRates else { return }
        do { try await board.leave() } catch { trouble("rates.share", error) }
    }

    /// Tells and learns once.
    func exchange() async throws {
        guard site.settings.sharesRates else { return }
        let now = site.bank.clock()
        let telling = site.buckets.tell(now: now)
        guard telling.isWatching || !telling.quiet.isEmpty else { return }
        let entries = try await board.exchange(telling.news, quiet: telling.quiet, now: now)
        site.buckets.learn(entries, now: now)
    }
}
