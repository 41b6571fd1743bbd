package import Ledger
package import Logging

/// Writes the log messages of libraries into this program's log.
package struct LibraryLog: LogHandler {
    private let log: Log
    private let clock: @Sendable () -> Instant
    package var logLevel: Logger.Level = .warning
    /// Always empty: libraries set metadata for each request, but the log does not contain it.
    package var metadata: Logger.Metadata {
        get { [:] }
        set {}
    }

    /// A handler that writes to this log, with times from this clock.
    package init(_ log: Log, clock: @escaping @Sendable () -> Instant) {
        self.log = log
        self.clock = clock
    }

    package subscript(metadataKey _: String) -> Logger.Metadata.Value? {
        get { nil }
        set {}
    }

    /// Writes a library's message as one line; warnings and errors are written at once.
    package func log(event: LogEvent) {
        log.write(at: clock(), urgent: event.level >= .warning) { json in
            json.member("level", event.level.rawValue)
            json.member("message", event.message.description)
            json.member("source", event.source)
        }
    }
}
