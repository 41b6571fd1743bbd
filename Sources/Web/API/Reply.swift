internal import HTTPTypes
internal import Hummingbird
internal import Ledger
internal import Timebank

/// How a call went well.
enum Success: Sendable {
    case done
    /// Something new was made.
    case made
    /// It was done, and there is nothing to show.
    case nothing

    var status: HTTPResponse.Status {
        switch self {
        case .done: .ok
        case .made: .created
        case .nothing: .noContent
        }
    }
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

    /// The answer of a call that went well in this way.
    func response(_ success: Success) -> Response {
        var response =
            success == .nothing
            ? Response(status: success.status) : Response(json: bytes, status: success.status)
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
