package import Ledger
package import Logging

/// What the libraries we stand on have to say, in our log.
package struct LibraryLog: LogHandler {
    private let log: Log
    private let clock: @Sendable () -> Instant
    package var logLevel: Logger.Level = .warning
    /// Nothing is kept: each request's logger gets metadata, and nobody reads it.
    package var metadata: Logger.Metadata {
        get { [:] }
        set {}
    }

    /// A handler that writes to our log.
    package init(_ log: Log, clock: @escaping @Sendable () -> Instant) {
        self.log = log
        self.clock = clock
    }

    package subscript(metadataKey _: String) -> Logger.Metadata.Value? {
        get { nil }
        set {}
    }

    /// Writes a line of a library's.
    package func log(event: LogEvent) {
        log.write(at: clock(), urgent: event.level >= .warning) { json in
            json.member("level", event.level.rawValue)
            json.member("message", event.message.description)
            json.member("source", event.source)
        }
    }
}
