internal import Synchronization
package import Timebank

/// Files in memory, where an export may put them.
package final class Files: Sendable {
    private let bytes = Mutex<[String: [UInt8]]>([:])

    /// No files yet.
    package init() {}

    /// Makes files here.
    package var folder: ExportFolder {
        ExportFolder { name in
            self.bytes.withLock { $0[name] = [] }
            return { more in self.bytes.withLock { $0[name, default: []] += more } }
        }
    }

    /// The text of each file, by its name.
    package var texts: [String: String] {
        bytes.withLock { $0.mapValues { String(decoding: $0, as: UTF8.self) } }
    }
}
