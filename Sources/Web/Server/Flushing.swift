internal import ServiceLifecycle

/// Writes the buffered log lines twice a second, and the remaining ones at shutdown.
package struct Flushing: Service {
    private let log: Log

    /// A service that flushes this log.
    package init(_ log: Log) { self.log = log }

    /// Runs until the program shuts down.
    package func run() async throws {
        defer { log.flush() }
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                log.flush()
                try? await Task.sleep(for: .milliseconds(500))
            }
        }
    }
}
