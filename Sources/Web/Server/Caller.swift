internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Timebank

/// The network address that a request came from.
struct Caller: Hashable, Sendable {
    /// The address as text, such as `192.0.2.7` or `2001:db8::1`.
    ///
    /// An IPv4 address that is mapped into IPv6 is written as IPv4.
    let text: String

    /// Finds the client's address: the peer's, or the one that the trusted proxy reports.
    ///
    /// If the peer is the trusted proxy, the last address in `X-Forwarded-For` is used, or in
    /// `Forwarded` (RFC 7239) if that header is absent. The proxy itself added this last address;
    /// any earlier ones come from the client and may be false. If the last element is not an
    /// address, the proxy's own address is used, so that a client can never choose the text.
    ///
    /// - `proxy`: the address of the trusted proxy, in the form of ``plain(_:)``.
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

    /// The key under which login attempts and requests are counted.
    var address: ClientAddress { ClientAddress(text) }

    /// Whether an address, as text, is a loopback address or `localhost`.
    static func isLoopback(_ address: String) -> Bool {
        address.hasPrefix("127.") || address == "::1" || address == "localhost"
            || address.hasPrefix("::ffff:127.")
    }

    /// The last element of a comma-separated list, which the nearest proxy added.
    private static func last(_ list: String) -> Substring? {
        list.split(separator: ",", omittingEmptySubsequences: false).last
    }

    /// The address in the `for` parameter of one element of `Forwarded`.
    ///
    /// An element looks like `by=…;for="[2001:db8::1]:4711";proto=https`.
    private static func forwarded(_ element: Substring) -> String? {
        for pair in element.split(separator: ";") {
            let parts = pair.split(separator: "=", maxSplits: 1)
            if parts.count == 2, trimmed(parts[0]).lowercased() == "for" { return node(parts[1]) }
        }
        return nil
    }

    /// Parses an address as proxies write it, with or without quotes and a port.
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
        // A single colon separates a port; several are part of an IPv6 address.
        if let colon = text.firstIndex(of: ":"), colon == text.lastIndex(of: ":") {
            return isPort(text[colon...]) ? plain(text[..<colon]) : nil
        }
        return plain(text)
    }

    /// Whether the text is a colon and a port, or a hidden port such as `:_word` (RFC 7239).
    private static func isPort(_ text: Substring) -> Bool {
        let port = text.utf8.dropFirst()
        guard text.first == ":", let first = port.first else { return false }
        return first == UInt8(ascii: "_")
            || port.count <= 5 && port.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// The canonical text of an address, without a zone; nil if the text is not an address.
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
