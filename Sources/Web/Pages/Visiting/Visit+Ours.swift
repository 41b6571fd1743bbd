internal import HTTPTypes
internal import Hummingbird
internal import Timebank

extension Visit {
    /// Refuses a form that another site sent (cross-site request forgery).
    ///
    /// Browsers say where a request comes from in `Sec-Fetch-Site`, older ones in `Origin`. If both
    /// are missing, the form must contain the form token, which another site cannot know.
    ///
    /// - Throws: ``Expired``.
    func requireSameOrigin() throws {
        if let site = request.headers[.secFetchSite] {
            guard site == "same-origin" else { throw Expired() }
        } else if let origin = request.headers[.origin] {
            guard isOurs(origin) else { throw Expired() }
        } else {
            guard Self.isSame(body["token"], (session ?? guest).formToken) else { throw Expired() }
        }
    }

    private func isOurs(_ origin: String) -> Bool {
        if let url = site.settings.url { return origin == url }
        guard let host = request.head.authority else { return false }
        return origin == "http://\(host)" || origin == "https://\(host)"
    }

    /// Compares two texts in a time that does not depend on where they differ.
    private static func isSame(_ one: String, _ other: String) -> Bool {
        let (one, other) = (Array(one.utf8), Array(other.utf8))
        guard one.count == other.count else { return false }
        return zip(one, other).reduce(0 as UInt8) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
