internal import Glibc
internal import Ledger
internal import Synchronization

/// The log: one JSON object per line, written to standard error.
///
/// Lines are buffered and written together, because one system call for each line is too slow at
/// ten thousand requests per second. ``Flushing`` writes buffered lines twice a second. Urgent
/// lines are written at once.
package final class Log: Sendable {
    private struct Gathered {
        var bytes: [UInt8] = []
    }

    private let gathered = Mutex(Gathered())
    private let descriptor: Int32
    /// The length of the buffer, in bytes, at which it is written.
    private static let enough = 16_384

    /// A log that writes to a file descriptor, by default standard error.
    package init(descriptor: Int32 = STDERR_FILENO) { self.descriptor = descriptor }

    /// Adds a line with the members that `body` writes; an urgent one is written at once.
    func write(at now: Instant, urgent: Bool = false, _ body: (inout JSONWriter) -> Void) {
        var json = JSONWriter()
        json.object { json in
            json.member("at", now)
            body(&json)
        }
        json.endLine()
        let line = json.bytes
        gathered.withLock { gathered in
            gathered.bytes.append(contentsOf: line)
            if urgent || gathered.bytes.count >= Self.enough { put(&gathered.bytes) }
        }
    }

    /// Writes the buffered lines.
    package func flush() {
        gathered.withLock { put(&$0.bytes) }
    }

    /// Writes and empties the buffer; if writing fails, the rest is dropped and the server goes on.
    ///
    /// A write that a signal interrupted is repeated.
    private func put(_ bytes: inout [UInt8]) {
        var begin = 0
        while begin < bytes.count {
            let written = bytes.withUnsafeBytes { all in
                Glibc.write(descriptor, all.baseAddress?.advanced(by: begin), all.count - begin)
            }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { break }
            begin += written
        }
        bytes.removeAll(keepingCapacity: true)
    }
}
