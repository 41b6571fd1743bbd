internal import HTTPTypes

extension HTTPField.Name {
    /// The id of a request, ours or one that the client gave.
    static let requestID = named("X-Request-Id")
    /// The name that a client gives a write, so that sending it again does it once.
    static let idempotencyKey = named("Idempotency-Key")
    /// Says that the answer is to a request that was carried out earlier.
    static let idempotencyReplayed = named("Idempotency-Replayed")
    /// For whom a proxy asks.
    static let forwardedFor = named("X-Forwarded-For")
    /// The same as RFC 7239 has it.
    static let forwarded = named("Forwarded")
    /// How much of an address somebody who follows a link passes on.
    static let referrerPolicy = named("Referrer-Policy")

    /// Where a browser says that a request comes from, as seen from where it goes.
    static let secFetchSite = named("Sec-Fetch-Site")

    /// Headers by which a proxy says that it is one.
    static let forwarding: [HTTPField.Name] = [
        forwardedFor, forwarded, named("X-Forwarded-Host"), named("X-Forwarded-Proto"),
        named("X-Forwarded-Port"), named("X-Real-Ip"), .via,
    ]

    private static func named(_ text: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(text) else {
            preconditionFailure("\(text) is no name of a header")
        }
        return name
    }
}
