internal import Glibc
internal import Timebank

/// A folder that was empty when it was opened, for files that only their owner may read.
struct NewFolder {
    private let path: String

    /// Creates the folder, or takes an empty one.
    ///
    /// - Throws: ``CommandRefusal`` where it is not empty or cannot be created.
    init(path: String) throws {
        self.path = path
        if mkdir(path, 0o700) == 0 { return }
        guard errno == EEXIST else { throw Self.refusal("\(path) cannot be made") }
        guard let folder = opendir(path) else { throw Self.refusal("\(path) cannot be read") }
        defer { closedir(folder) }
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { start in
                start.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard name == "." || name == ".." else {
                throw CommandRefusal(
                    sentence: "\(path) is not empty. Choose a new folder, so that nothing in it "
                        + "is overwritten."
                )
            }
        }
    }

    /// Creates the files of an export in it.
    var export: ExportFolder {
        let path = path
        return ExportFolder { name in
            let file = path + "/" + name
            let opened = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            guard opened >= 0 else { throw Self.refusal("\(file) cannot be made") }
            let descriptor = Descriptor(opened)
            return { bytes in
                var rest = bytes[...]
                while !rest.isEmpty {
                    let count = rest.withUnsafeBytes {
                        write(descriptor.number, $0.baseAddress, $0.count)
                    }
                    guard count > 0 else { throw Self.refusal("\(file) cannot be written") }
                    rest = rest.dropFirst(count)
                }
            }
        }
    }

    private static func refusal(_ what: String) -> CommandRefusal {
        CommandRefusal(sentence: "\(what): \(String(cString: strerror(errno))).")
    }
}

/// A file descriptor, closed after its last use.
private final class Descriptor: Sendable {
    let number: Int32

    init(_ number: Int32) { self.number = number }

    deinit { close(number) }
}
