/// What HTTP itself refuses, before any rule of a network is asked.
enum BadRequest: Error, Hashable, Sendable {
    /// The body is no JSON; where it stops being it, in bytes.
    case malformed(at: Int)
    /// The body is JSON, but no object.
    case notAnObject
    /// A name stands twice in one object.
    case duplicate(String)
    /// The body is not JSON by its `Content-Type`.
    case wrongType
    /// The body is longer than ``BodyLimit/most``.
    case tooLarge
    /// A password would be sent where others may listen.
    case insecure
    /// The request names no host, or several, or one that is none.
    case wrongHost
    /// The address knows other methods only.
    case wrongMethod(allowed: String)

    init(_ flaw: JSONFlaw) {
        self =
            switch flaw {
            case .malformed(let position): .malformed(at: position)
            case .duplicate(let name): .duplicate(name)
            case .tooDeep: .malformed(at: 0)
            }
    }
}
