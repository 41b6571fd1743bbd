internal import HTTPTypes
internal import Hummingbird

/// Adds security headers to every response.
struct SecurityHeaders: RouterMiddleware {
    /// Whether the public address is https.
    let isSecure: Bool

    /// The content security policy: pages load only this server's styles, scripts and images.
    ///
    /// Other sites cannot embed them in a frame.
    static let policy = """
        default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; \
        connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; \
        frame-ancestors 'none'
        """

    /// The permissions policy: pages use no features of the device.
    ///
    /// - `camera`: Whether the page may ask for the camera, as the till does to read cards.
    static func permissions(camera: Bool = false) -> String {
        "camera=\(camera ? "(self)" : "()"), microphone=(), geolocation=(), payment=(), usb=()"
    }

    func handle(
        _ request: Request,
        context: SiteContext,
        next: Next
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers[.contentSecurityPolicy] = Self.policy
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[.referrerPolicy] = "no-referrer"
        if response.headers[.permissionsPolicy] == nil {
            response.headers[.permissionsPolicy] = Self.permissions()
        }
        if isSecure {
            response.headers[.strictTransportSecurity] = "max-age=31536000; includeSubDomains"
        }
        // Responses that are not explicitly cacheable must not be stored.
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return response
    }
}
