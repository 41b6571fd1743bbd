internal import ServiceLifecycle
internal import Timebank

/// Makes several servers on one store apply rate limits together, close to those of one server.
///
/// While any sender uses much, each server publishes every second how much it allowed that sender,
/// and reads what the other servers published. Otherwise there is no exchange.
package struct RateSharing: Service {
    private let site: Site
    private let board: UsageBoard
    private let trouble: @Sendable (String, any Error) -> Void

    /// The pause between two exchanges.
    private static let rest: Duration = .seconds(1)
    /// The pause after an exchange that failed.
    private static let longRest: Duration = .seconds(15)

    /// Shares the rates of one server; `trouble` is called with the task's name and each error.
    package init(_ site: Site, trouble: @escaping @Sendable (String, any Error) -> Void) {
        self.site = site
        self.trouble = trouble
        board = UsageBoard(site.bank)
    }

    /// Runs until the program shuts down, then removes what this server published.
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

    /// Publishes and reads usage once.
    func exchange() async throws {
        guard site.settings.sharesRates else { return }
        let now = site.bank.clock()
        let telling = site.buckets.tell(now: now)
        guard telling.isWatching || !telling.quiet.isEmpty else { return }
        let entries = try await board.exchange(telling.news, quiet: telling.quiet, now: now)
        site.buckets.learn(entries, now: now)
    }
}
