internal import ServiceLifecycle

/// Writes what the log gathered, twice a second, and once more at the end.
package struct Flushing: Service {
    private let log: Log

    /// Keeps a log from falling behind.
    package init(_ log: Log) { self.log = log }

    /// Goes on until the program is told to stop.
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
