internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// Refuses requests whose `Content-Length` exceeds the limit, before the body is read.
///
/// Also refuses requests without a valid `Host` header (``HostCheck``).
struct BodyLimit: RouterMiddleware {
    /// The maximum length of a body, in bytes.
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
    /// Reads the whole body into memory.
    ///
    /// - Throws: ``BadRequest/tooLarge``, or ``BadRequest/malformed(at:)`` if the body is not valid
    ///   HTTP or ends too early.
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
