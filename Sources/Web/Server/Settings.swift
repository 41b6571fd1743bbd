/// How a server is set up.
package struct Settings: Sendable {
    /// The address that people use, such as `https://hours.example.org`, without a slash at the
    /// end; what the server listens on where none is given.
    package let url: String?
    /// The proxy whose word on where a request came from is taken.
    package let trustedProxy: String?
    /// Whether those who ask too much are told to wait.
    package let limitsRates: Bool
    /// Whether other servers on the same store count those who ask too much together with this one.
    package let sharesRates: Bool
    /// Whether only this machine can reach the server.
    package let isLoopback: Bool

    /// Settings of a server; by default one that only this machine can reach.
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

    /// Whether a text is an address, as a proxy's has to be, and no name.
    package static func isAddress(_ text: String) -> Bool { Caller.plain(text) != nil }

    /// Whether people reach it by https.
    package var isSecure: Bool { url?.hasPrefix("https://") ?? false }

    /// Refuses whatever would send a password where others may listen.
    ///
    /// - Throws: ``BadRequest/insecure`` where other machines reach the server without https.
    func requireSafeLine() throws {
        guard isLoopback || isSecure else { throw BadRequest.insecure }
    }
}
