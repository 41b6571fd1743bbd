internal import HTTPTypes
internal import Hummingbird

/// Refuses a body that says it is too long before a byte of it is read.
struct BodyLimit: RouterMiddleware {
    /// How many bytes a body may have.
    static let most = 65_536

    func handle(
        _ request: Request,
        context: SiteContext,
        next: Next
    ) async throws -> Response {
        if let length = request.headers[.contentLength], Int(length) ?? .max > Self.most {
            throw BadRequest.tooLarge
        }
        return try await next(request, context)
    }
}
