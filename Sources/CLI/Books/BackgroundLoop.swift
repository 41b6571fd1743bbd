internal import ServiceLifecycle
internal import Timebank

/// Runs the periodic work on the books while the store is served.
struct BackgroundLoop: Service {
    private let background: Background

    /// The work of a bank whose seals are signed with the key beside its store.
    ///
    /// - trouble: Called with the name of what failed, and the error.
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
