internal import HTTPTypes
internal import Hummingbird
internal import Ledger
internal import Timebank

/// How a call went well.
enum Success: Sendable {
    case done
    /// Something new was made.
    case made
}

/// What a call is answered with when nothing says no: one thing, whose shape the description of the
/// call takes from here.
struct Reply<Shown: Shaped>: Sendable {
    private let bytes: [UInt8]
    /// Whether this is the answer to a request that was carried out earlier.
    private let isRepeat: Bool

    /// An answer that shows something.
    init(_ shown: Shown, isRepeat: Bool = false) {
        bytes = JSONWriter.bytes(of: shown, room: shown.room)
        self.isRepeat = isRepeat
    }

    /// With which status a call is answered that went well in this way.
    static func status(_ success: Success) -> HTTPResponse.Status {
        if Shown.self == NoContent.self { return .noContent }
        return success == .made ? .created : .ok
    }

    /// The answer of a call that went well in this way.
    func response(_ success: Success) -> Response {
        let status = Self.status(success)
        var response =
            status == .noContent
            ? Response(status: status) : Response(json: bytes, status: status)
        if isRepeat { response.headers[.idempotencyReplayed] = "true" }
        return response
    }
}

/// What there is to show where there is nothing to say.
struct NoContent: Shaped {
    static let shape = Shape<NoContent>(inner: [])
}

extension Reply<NoContent> {
    /// An answer that shows nothing.
    static var nothing: Reply { Reply(NoContent()) }
}

extension Response {
    /// An answer that is JSON.
    init(json: [UInt8], status: HTTPResponse.Status) {
        self.init(
            status: status,
            headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: json))
        )
    }
}
