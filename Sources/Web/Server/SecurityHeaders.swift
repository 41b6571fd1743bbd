internal import HTTPTypes
internal import Hummingbird

/// Headers that protect whoever reads an answer, on every one of them.
struct SecurityHeaders: RouterMiddleware {
    /// Whether people reach the server by https.
    let isSecure: Bool

    /// A page may use our own style, script and pictures and nothing else, and stands in no frame.
    static let policy = """
        default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; \
        connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; \
        frame-ancestors 'none'
        """

    func handle(
        _ request: Request,
        context: SiteContext,
        next: Next
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers[.contentSecurityPolicy] = Self.policy
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[.referrerPolicy] = "no-referrer"
        if isSecure {
            response.headers[.strictTransportSecurity] = "max-age=31536000; includeSubDomains"
        }
        // What is not said to be public is nobody's to keep.
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return response
    }
}
