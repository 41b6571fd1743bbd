internal import Glibc
internal import Ledger
internal import Synchronization

/// Where lines of the log go: standard error, one JSON object a line.
///
/// Lines are gathered and written together, so that ten thousand requests a second do not cost
/// ten thousand system calls; ``Flushing`` writes what is left a moment later. What is worth
/// attention is written at once.
package final class Log: Sendable {
    private struct Gathered {
        var bytes: [UInt8] = []
    }

    private let gathered = Mutex(Gathered())
    private let descriptor: Int32
    private static let enough = 16_384

    /// A log that goes to a file descriptor, standard error if none is said.
    package init(descriptor: Int32 = STDERR_FILENO) { self.descriptor = descriptor }

    /// Adds a line with the members that `body` writes; `urgent` ones are written at once.
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

    /// Writes what was gathered.
    package func flush() {
        gathered.withLock { put(&$0.bytes) }
    }

    /// A log that nobody can read any more stops nothing.
    private func put(_ bytes: inout [UInt8]) {
        var begin = 0
        while begin < bytes.count {
            let written = bytes.withUnsafeBytes { all in
                Glibc.write(descriptor, all.baseAddress?.advanced(by: begin), all.count - begin)
            }
            guard written > 0 else { break }
            begin += written
        }
        bytes.removeAll(keepingCapacity: true)
    }
}
