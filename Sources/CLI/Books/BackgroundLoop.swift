internal import ServiceLifecycle
internal import Timebank

/// Runs what goes on by itself while the store is served, until the server stops.
struct BackgroundLoop: Service {
    private let background: Background

    /// The background of a bank whose seals are signed with the key beside its store.
    ///
    /// `trouble` is told what failed, and why.
    init(
        _ bank: Bank,
        as node: NodeLease?,
        beside store: String,
        trouble: @escaping @Sendable (String, any Error) -> Void
    ) throws {
        background = Background(
            bank,
            key: try KeyFile(beside: store).key(),
            node: node,
            sleep: { try await Task.sleep(for: $0) },
            trouble: trouble
        )
    }

    func run() async throws { await cancelWhenGracefulShutdown { await background.run() } }
}
