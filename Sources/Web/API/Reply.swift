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

/// What a call is answered with when nothing says no.
struct Reply: Sendable {
    let success: Success
    let bytes: [UInt8]
    /// Whether this is the answer to a request that was carried out earlier.
    let isRepeat: Bool

    init(_ success: Success = .done, bytes: [UInt8], isRepeat: Bool = false) {
        self.success = success
        self.bytes = bytes
        self.isRepeat = isRepeat
    }

    /// An answer that shows one thing.
    init(_ success: Success, _ shown: some Shown, isRepeat: Bool = false) {
        self.init(success, bytes: JSONWriter.bytes(of: shown), isRepeat: isRepeat)
    }

    /// A stretch of a list.
    init<Item: Shown>(_ stretch: Stretch<Item>) {
        self.init(stretch) { json, item in item.show(to: &json) }
    }

    /// A stretch of a list whose items are shown by `show`.
    init<Item>(_ stretch: Stretch<Item>, _ show: (inout JSONWriter, Item) -> Void) {
        var json = JSONWriter(room: 64 + 280 * stretch.items.count)
        json.object { json in
            json.name("items")
            json.list(stretch.items, show)
            json.member("next", stretch.next.map { ID<Item>(raw: $0) })
        }
        self.init(bytes: json.bytes)
    }

    /// Nothing to show.
    static let none = Reply(.nothing, bytes: [])

    func response() -> Response {
        var headers = HTTPFields()
        if isRepeat { headers[.idempotencyReplayed] = "true" }
        guard !bytes.isEmpty else { return Response(status: success.status, headers: headers) }
        headers[.contentType] = "application/json"
        return Response(
            status: success.status,
            headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }
}
