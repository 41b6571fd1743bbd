internal import HTTPTypes
internal import Glibc
internal import Hummingbird
internal import NIOCore

/// Where a request came from.
struct Caller: Hashable, Sendable {
    /// The address as text, such as `192.0.2.7` or `2001:db8::1`.
    let text: String

    /// The client's address: the peer's, or what the trusted proxy says it is.
    ///
    /// Only the last address in `X-Forwarded-For` counts, which is the one that our proxy wrote
    /// itself; those before it are whatever the client claimed.
    init(peer: SocketAddress?, headers: HTTPFields, trusting proxy: String?) {
        let direct = peer?.ipAddress ?? ""
        guard let proxy, direct == proxy, let said = headers[.forwardedFor],
            let last = said.split(separator: ",").last
        else {
            text = direct
            return
        }
        text = String(last.prefix(64)).filter { $0 != " " }
    }

    /// What the limits count by: the address, or the first 64 bits of an IPv6 one, for a household
    /// has as many of those as it likes.
    var prefix: String {
        guard text.contains(":") else { return text }
        var address = [UInt8](repeating: 0, count: 16)
        guard inet_pton(AF_INET6, text, &address) == 1 else { return text }
        return address.prefix(8).map { String($0, radix: 16) }.joined(separator: ":")
    }

    /// Whether an address, as text, is this machine itself.
    static func isLoopback(_ address: String) -> Bool {
        address.hasPrefix("127.") || address == "::1" || address == "localhost"
            || address.hasPrefix("::ffff:127.")
    }
}
