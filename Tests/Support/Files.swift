internal import Synchronization
package import Timebank

/// Files in memory, as the target of an export.
package final class Files: Sendable {
    private let bytes = Mutex<[String: [UInt8]]>([:])

    /// Starts without files.
    package init() {}

    /// A folder that creates its files in this object.
    package var folder: ExportFolder {
        ExportFolder { name in
            self.bytes.withLock { $0[name] = [] }
            return { more in self.bytes.withLock { $0[name, default: []] += more } }
        }
    }

    /// The content of each file as text, by file name.
    package var texts: [String: String] {
        bytes.withLock { $0.mapValues { String(decoding: $0, as: UTF8.self) } }
    }
}
