/// The configuration of a server.
package struct Settings: Sendable {
    /// The public address, such as `https://hours.example.org`, without a slash at the end.
    ///
    /// If nil, links use `http` and the `Host` header of the request.
    package let url: String?
    /// The address of the proxy whose headers about the client's address are trusted.
    package let trustedProxy: String?
    /// Whether requests are rate limited.
    package let limitsRates: Bool
    /// Whether rate limits are shared with the other servers on the same store.
    package let sharesRates: Bool
    /// Whether the server listens on a loopback address only.
    package let isLoopback: Bool

    /// Creates a configuration; by default only this machine can reach the server.
    package init(
        url: String? = nil,
        trustedProxy: String? = nil,
        limitsRates: Bool = true,
        sharesRates: Bool = false,
        isLoopback: Bool = true
    ) {
        self.url = url.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
        self.trustedProxy = trustedProxy.map { Caller.plain($0) ?? $0 }
        self.limitsRates = limitsRates
        self.sharesRates = limitsRates && sharesRates
        self.isLoopback = isLoopback
    }

    /// Whether a text is an IP address, as a trusted proxy must be, and not a host name.
    package static func isAddress(_ text: String) -> Bool { Caller.plain(text) != nil }

    /// Whether the public address is https.
    package var isSecure: Bool { url?.hasPrefix("https://") ?? false }

    /// Refuses requests with a password if others could read them in transit.
    ///
    /// - Throws: ``BadRequest/insecure`` if other machines can reach the server without https.
    func requireSafeLine() throws {
        guard isLoopback || isSecure else { throw BadRequest.insecure }
    }
}
