internal import HTTPTypes
internal import Hummingbird
internal import Ledger
internal import Timebank

/// What a successful call did, which decides its status.
enum Success: Sendable {
    case done
    /// Something was created.
    case made
}

/// The successful response of a call: one value.
///
/// The description of the call takes the schema of the response from the type `Shown`.
struct Reply<Shown: Shaped>: Sendable {
    private let bytes: [UInt8]
    /// Whether the request was already carried out earlier, under the same idempotency key.
    private let isRepeat: Bool

    /// A response that contains a value.
    init(_ shown: Shown, isRepeat: Bool = false) {
        bytes = JSONWriter.bytes(of: shown, room: shown.room)
        self.isRepeat = isRepeat
    }

    /// The status of a successful response.
    static func status(_ success: Success) -> HTTPResponse.Status {
        if Shown.self == NoContent.self { return .noContent }
        return success == .made ? .created : .ok
    }

    /// The HTTP response, as JSON, or without a body for ``NoContent``.
    func response(_ success: Success) -> Response {
        let status = Self.status(success)
        var response =
            status == .noContent
            ? Response(status: status) : Response(json: bytes, status: status)
        if isRepeat { response.headers[.idempotencyReplayed] = "true" }
        return response
    }
}

/// The content of a response without a body.
struct NoContent: Shaped {
    static let shape = Shape<NoContent>(inner: [])
}

extension Reply<NoContent> {
    /// A response without a body.
    static var nothing: Reply { Reply(NoContent()) }
}

extension Response {
    /// A response with a JSON body.
    init(json: [UInt8], status: HTTPResponse.Status) {
        self.init(
            status: status,
            headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: json))
        )
    }
}
