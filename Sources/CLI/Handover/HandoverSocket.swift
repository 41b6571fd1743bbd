internal import Glibc
internal import Store

/// The socket beside a store over which commands hand changes to the server.
struct HandoverSocket {
    private let path: String

    /// The longest line, in bytes.
    static let lineMost = 1 << 20
    /// How long either side waits for the other, in seconds.
    static let patience = 30

    /// The socket of the store at this path.
    init(beside store: String) { path = store + ".sock" }

    /// Listens, for the store's owner only.
    ///
    /// The caller must hold the store's lock.
    func listen() throws -> Int32 {
        let descriptor = try new()
        // Left behind by a server that was killed: with the lock held, no other one is listening.
        _ = unlink(path)
        _ = fchmod(descriptor, 0o600)
        let isBound = withAddress { bind(descriptor, $0, $1) == 0 } ?? false
        guard isBound, Glibc.listen(descriptor, 64) == 0 else {
            let reason = String(cString: strerror(errno))
            _ = close(descriptor)
            throw StoreError.unavailable("\(path) cannot be listened on: \(reason)")
        }
        return descriptor
    }

    /// Connects to the server; nil where none listens.
    func connect() throws -> Int32? {
        let descriptor = try new()
        let isConnected = withAddress { Glibc.connect(descriptor, $0, $1) == 0 } ?? false
        if isConnected { return descriptor }
        _ = close(descriptor)
        return nil
    }

    /// Sends a line and waits for the answer; nil where no server listens.
    ///
    /// It blocks, so it must not be called on a thread of tasks.
    func ask(_ line: [UInt8]) throws -> [UInt8]? {
        guard let descriptor = try connect() else { return nil }
        defer { _ = close(descriptor) }
        Self.limitWaiting(descriptor)
        guard Self.send(line, on: descriptor) else {
            throw StoreError.unavailable("the server hung up")
        }
        guard let reply = Self.line(on: descriptor) else {
            throw StoreError.inDoubt("the server did not answer")
        }
        return reply
    }

    /// The identity of the socket at the path now; nil where there is none.
    var identity: Identity? {
        var facts = stat()
        guard lstat(path, &facts) == 0 else { return nil }
        return Identity(device: UInt(facts.st_dev), inode: UInt(facts.st_ino))
    }

    /// Device and inode of a socket.
    struct Identity: Equatable {
        let device: UInt
        let inode: UInt
    }

    /// Removes the socket, unless it is another server's by now.
    func remove(_ own: Identity?) {
        if own != nil, own == identity { _ = unlink(path) }
    }

    /// Whether the process at the other end belongs to the same user.
    static func isOwn(_ descriptor: Int32) -> Bool {
        var peer = Peer()
        var length = socklen_t(MemoryLayout<Peer>.size)
        return getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &peer, &length) == 0
            && (peer.uid == geteuid() || peer.uid == 0)
    }

    /// `struct ucred`, as `SO_PEERCRED` fills it.
    private struct Peer {
        var process: pid_t = 0
        var uid: uid_t = .max
        var gid: gid_t = .max
    }

    /// Sends a line; false when that failed.
    static func send(_ line: [UInt8], on descriptor: Int32) -> Bool {
        var rest = (line + [UInt8(ascii: "\n")])[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if sent < 0, errno == EINTR { continue }
            guard sent > 0 else { return false }
            rest = rest.dropFirst(sent)
        }
        return true
    }

    /// Reads a line; nil where none comes in time or it is too long.
    static func line(on descriptor: Int32) -> [UInt8]? {
        var line: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 8_192)
        while line.count <= lineMost {
            let count = recv(descriptor, &piece, piece.count, 0)
            // Interrupted by a signal: not a timeout.
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return nil }
            if let end = piece[..<count].firstIndex(of: UInt8(ascii: "\n")) {
                return line + piece[..<end]
            }
            line += piece[..<count]
        }
        return nil
    }

    /// Sets the timeouts of the socket.
    static func limitWaiting(_ descriptor: Int32, seconds: Int = patience) {
        var time = timeval(tv_sec: seconds, tv_usec: 0)
        let length = socklen_t(MemoryLayout<timeval>.size)
        _ = setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &time, length)
        _ = setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &time, length)
    }

    private func new() throws -> Int32 {
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        let descriptor = socket(AF_UNIX, kind, 0)
        guard descriptor >= 0 else {
            throw StoreError.unavailable(
                "no socket can be made: \(String(cString: strerror(errno)))"
            )
        }
        return descriptor
    }

    /// Calls `body` with the socket's address; nil where its folder does not exist.
    private func withAddress<T>(
        _ body: (UnsafePointer<sockaddr>, socklen_t) -> T
    ) -> T? {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let room = MemoryLayout.size(ofValue: address.sun_path)
        // The address has room for 107 bytes, so a longer path is given relative to an open folder.
        let folder = open(Files.folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return nil }
        defer { _ = close(folder) }
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let short = path.utf8.count < room ? path : "/proc/self/fd/\(folder)/\(name)"
        let bytes = Array(short.utf8)
        guard bytes.count < room else { return nil }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}
