internal import HTTPTypes
internal import Hummingbird

/// Compresses text responses with gzip if the client accepts it.
///
/// A response that contains both user input and a form token must not be compressed, because its
/// length would reveal information about the token (the BREACH attack). Such a response has
/// `no-transform` in its `Cache-Control` header.
struct Compression: RouterMiddleware {
    /// Responses of at most this many bytes are not compressed, because it saves too little.
    static let least = 1_024

    func handle(
        _ request: Request,
        context: SiteContext,
        next: Next
    ) async throws -> Response {
        var response = try await next(request, context)
        guard let length = response.body.contentLength, length > Self.least,
            Self.isText(response.headers[.contentType]),
            response.headers[.contentEncoding] == nil,
            !(response.headers[.cacheControl]?.contains("no-transform") ?? false)
        else { return response }
        response.headers[.vary] = "Accept-Encoding"
        guard Self.accepts(request.headers[.acceptEncoding]) else { return response }
        let gathered = Gathered()
        try await response.body.write(gathered)
        guard let packed = Gzip.pack(gathered.bytes) else { return response }
        response.headers[.contentEncoding] = "gzip"
        response.body = ResponseBody(byteBuffer: ByteBuffer(bytes: packed))
        return response
    }

    private static func isText(_ type: String?) -> Bool {
        guard let type else { return false }
        return type.hasPrefix("text/") || type.hasPrefix("application/json")
            || type.hasPrefix("application/problem+json")
            || type.hasPrefix("application/javascript") || type.hasPrefix("image/svg+xml")
    }

    /// Whether an `Accept-Encoding` header accepts `gzip`: by its name, or where that is missing by
    /// `*`, with a weight that is not zero (RFC 9110, section 12.5.3).
    static func accepts(_ header: String?) -> Bool {
        guard let header else { return false }
        var accepted: [String: Bool] = [:]
        for part in header.split(separator: ",") {
            let pieces = part.lowercased().split(separator: ";").map { piece in
                piece.filter { $0 != " " }
            }
            guard let coding = pieces.first else { continue }
            accepted[coding] = !pieces.dropFirst().contains { Double($0.dropFirst(2)) == 0 }
        }
        return accepted["gzip"] ?? accepted["*"] ?? false
    }
}

/// Collects a response body in memory so that it can be compressed.
private final class Gathered: ResponseBodyWriter {
    var bytes: [UInt8] = []

    func write(_ buffer: ByteBuffer) async throws {
        bytes.append(contentsOf: buffer.readableBytesView)
    }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
