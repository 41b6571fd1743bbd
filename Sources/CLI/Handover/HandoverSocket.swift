internal import Glibc
internal import Store

/// The socket beside a store over which small changes are handed to whoever serves it.
struct HandoverSocket {
    private let path: String

    /// What a line may have at most, in bytes.
    static let lineMost = 1 << 20
    /// How long either side waits for the other, in seconds.
    static let patience = 30

    /// The socket of a store.
    init(beside store: String) { path = store + ".sock" }

    /// Listens, for the store's owner alone; whoever calls holds the store's lock.
    func listen() throws -> Int32 {
        let descriptor = try new()
        // What was left behind by a server that was killed; nobody else can be listening.
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

    /// Connects to whoever listens; nil where nobody does.
    func connect() throws -> Int32? {
        let descriptor = try new()
        let isConnected = withAddress { Glibc.connect(descriptor, $0, $1) == 0 } ?? false
        if isConnected { return descriptor }
        _ = close(descriptor)
        return nil
    }

    /// Sends whoever listens a line and waits for theirs; nil where nobody listens.
    ///
    /// It waits in the system, so on a thread that may.
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

    /// Which socket has the name now; nil where none has.
    var identity: Identity? {
        var facts = stat()
        guard lstat(path, &facts) == 0 else { return nil }
        return Identity(device: UInt(facts.st_dev), inode: UInt(facts.st_ino))
    }

    /// Which socket it is, whatever it is called.
    struct Identity: Equatable {
        let device: UInt
        let inode: UInt
    }

    /// Takes the socket away, unless another server's has its name by now.
    func remove(_ own: Identity?) {
        if own != nil, own == identity { _ = unlink(path) }
    }

    /// Whether the process at the other end runs for the same user as this one.
    static func isOwn(_ descriptor: Int32) -> Bool {
        var peer = Peer()
        var length = socklen_t(MemoryLayout<Peer>.size)
        return getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &peer, &length) == 0
            && (peer.uid == geteuid() || peer.uid == 0)
    }

    /// Who is at the other end, as the system lays it out.
    private struct Peer {
        var process: pid_t = 0
        var uid: uid_t = .max
        var gid: gid_t = .max
    }

    /// Sends a line.
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

    /// The next line; nil where none comes in time, or one that is too long.
    static func line(on descriptor: Int32) -> [UInt8]? {
        var line: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 8_192)
        while line.count <= lineMost {
            let count = recv(descriptor, &piece, piece.count, 0)
            // A process that was stopped and goes on has not waited for too long.
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return nil }
            if let end = piece[..<count].firstIndex(of: UInt8(ascii: "\n")) {
                return line + piece[..<end]
            }
            line += piece[..<count]
        }
        return nil
    }

    /// Lets neither side wait for ever.
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

    /// Shows the socket's address; nil where its folder is not there.
    private func withAddress<T>(
        _ body: (UnsafePointer<sockaddr>, socklen_t) -> T
    ) -> T? {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let room = MemoryLayout.size(ofValue: address.sun_path)
        // An address has room for 107 bytes, so a longer path is named by way of its folder.
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
