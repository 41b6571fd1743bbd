internal import Glibc
internal import Timebank

/// A file that is read once, from its beginning to its end.
struct FileSource: ~Copyable {
    private let descriptor: Int32
    private let path: String

    /// Opens the file at a path.
    ///
    /// - Throws: ``CommandRefusal`` where it cannot be read.
    init(path: String) throws {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw CommandRefusal(
                sentence: "\(path) cannot be read: \(String(cString: strerror(errno)))."
            )
        }
    }

    deinit { close(descriptor) }

    /// The file's name, without the folder it lies in.
    var name: String { path.split(separator: "/").last.map(String.init) ?? path }

    /// Gives the file's bytes, for as long as this value lives.
    var bytes: CSVReader.Source {
        let (descriptor, path) = (descriptor, path)
        return { buffer in
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            guard count >= 0 else {
                throw CommandRefusal(
                    sentence: "\(path) cannot be read: \(String(cString: strerror(errno)))."
                )
            }
            return count
        }
    }
}
