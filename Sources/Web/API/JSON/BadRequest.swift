/// Errors of a request itself, found before any rule of a network is applied.
enum BadRequest: Error, Hashable, Sendable {
    /// The body is not valid; `at` is the offset of the error in JSON, in bytes, or 0.
    case malformed(at: Int)
    /// The body is JSON, but not an object.
    case notAnObject
    /// An object has two members with this name.
    case duplicate(String)
    /// The `Content-Type` is not the expected one.
    case wrongType
    /// The body is longer than ``BodyLimit/most``.
    case tooLarge
    /// A password would be sent over a connection that others could read.
    case insecure
    /// The `Host` header is missing, repeated or not valid.
    case wrongHost
    /// The path does not support the method; `allowed` lists those that it supports.
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
