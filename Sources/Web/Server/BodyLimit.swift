internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// Refuses a body that says it is too long before a byte of it is read, and a request that does
/// not say for which host it is.
struct BodyLimit: RouterMiddleware {
    /// How many bytes a body may have.
    static let most = 65_536

    func handle(
        _ request: Request,
        context: SiteContext,
        next: Next
    ) async throws -> Response {
        try HostCheck.require(request)
        if let length = request.headers[.contentLength], Int(length) ?? .max > Self.most {
            throw BadRequest.tooLarge
        }
        return try await next(request, context)
    }
}

extension Request {
    /// The whole body.
    ///
    /// - Throws: ``BadRequest/tooLarge``, or ``BadRequest/malformed(at:)`` where what came is no
    ///   body that HTTP knows, or stops before its end.
    func bytes() async throws -> ByteBuffer {
        do {
            return try await body.collect(upTo: BodyLimit.most)
        } catch is NIOTooManyBytesError {
            throw BadRequest.tooLarge
        } catch {
            throw BadRequest.malformed(at: 0)
        }
    }
}
