internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Timebank

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

    /// What tries and requests are counted by.
    var address: ClientAddress { ClientAddress(text) }

    /// Whether an address, as text, is this machine itself.
    static func isLoopback(_ address: String) -> Bool {
        address.hasPrefix("127.") || address == "::1" || address == "localhost"
            || address.hasPrefix("::ffff:127.")
    }
}
