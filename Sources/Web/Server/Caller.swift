internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Timebank

/// Where a request came from.
struct Caller: Hashable, Sendable {
    /// The address as text, such as `192.0.2.7` or `2001:db8::1`; one that is mapped into IPv6 as
    /// the IPv4 address that it is.
    let text: String

    /// The client's address: the peer's, or what the trusted proxy says it is.
    ///
    /// Only the last address in `X-Forwarded-For` counts, or in `Forwarded` (RFC 7239) where there
    /// is none, which is the one that our proxy wrote itself; those before it are whatever the
    /// client claimed. Where the last is no address, the proxy itself stands for all whom it does
    /// not name: never a text that a client could choose.
    ///
    /// - proxy: As ``plain(_:)`` writes it.
    init(peer: SocketAddress?, headers: HTTPFields, trusting proxy: String?) {
        let direct = peer?.ipAddress.map(Self.unmapped) ?? ""
        guard let proxy, direct == proxy else {
            text = direct
            return
        }
        if let said = headers[.forwardedFor] {
            text = Self.last(said).flatMap(Self.node) ?? direct
        } else {
            text = headers[.forwarded].flatMap(Self.last).flatMap(Self.forwarded) ?? direct
        }
    }

    /// What tries and requests are counted by.
    var address: ClientAddress { ClientAddress(text) }

    /// Whether an address, as text, is this machine itself.
    static func isLoopback(_ address: String) -> Bool {
        address.hasPrefix("127.") || address == "::1" || address == "localhost"
            || address.hasPrefix("::ffff:127.")
    }

    /// What stands last in a list, nearest to us.
    private static func last(_ list: String) -> Substring? {
        list.split(separator: ",", omittingEmptySubsequences: false).last
    }

    /// What one element of `Forwarded` says it is for: `by=…;for="[2001:db8::1]:4711";proto=https`.
    private static func forwarded(_ element: Substring) -> String? {
        for pair in element.split(separator: ";") {
            let parts = pair.split(separator: "=", maxSplits: 1)
            if parts.count == 2, trimmed(parts[0]).lowercased() == "for" { return node(parts[1]) }
        }
        return nil
    }

    /// An address as proxies write it: in quotes or not, with a port or without one.
    private static func node(_ said: Substring) -> String? {
        var text = trimmed(said)
        if text.utf8.count >= 2, text.first == "\"", text.last == "\"" {
            text = text.dropFirst().dropLast()
        }
        if text.first == "[" {
            guard let end = text.firstIndex(of: "]") else { return nil }
            let inside = text[..<end].dropFirst()
            let rest = text[text.index(after: end)...]
            guard inside.contains(":"), rest.isEmpty || isPort(rest) else { return nil }
            return plain(inside)
        }
        // One colon comes before a port, more are an IPv6 address.
        if let colon = text.firstIndex(of: ":"), colon == text.lastIndex(of: ":") {
            return isPort(text[colon...]) ? plain(text[..<colon]) : nil
        }
        return plain(text)
    }

    /// Whether this is a colon and a port, which RFC 7239 lets a proxy hide as `_word`.
    private static func isPort(_ text: Substring) -> Bool {
        let port = text.utf8.dropFirst()
        guard text.first == ":", let first = port.first else { return false }
        return first == UInt8(ascii: "_")
            || port.count <= 5 && port.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// An address in the one way that it is written here; nil for what is none.
    static func plain(_ text: some StringProtocol) -> String? {
        let bare = text.prefix { $0 != "%" }
        guard let found = try? SocketAddress(ipAddress: String(bare), port: 0),
            let address = found.ipAddress
        else { return nil }
        return unmapped(address)
    }

    private static func unmapped(_ address: String) -> String {
        let mapped = "::ffff:"
        guard address.hasPrefix(mapped), address.contains(".") else { return address }
        return String(address.dropFirst(mapped.count))
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while text.first == " " || text.first == "\t" { text.removeFirst() }
        while text.last == " " || text.last == "\t" { text.removeLast() }
        return text
    }
}
