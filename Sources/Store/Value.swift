/// A value that both databases can store.
public enum Value: Hashable, Sendable {
    case null
    case integer(Int64)
    case text(String)
    case bytes([UInt8])
}

/// A type that can be an argument of a statement.
public protocol Bindable {
    /// The value that is bound.
    var bound: Value { get }
}

extension Value: Bindable {
    public var bound: Value { self }
}

extension Int64: Bindable {
    public var bound: Value { .integer(self) }
}

extension Int: Bindable {
    public var bound: Value { .integer(Int64(self)) }
}

extension Bool: Bindable {
    public var bound: Value { .integer(self ? 1 : 0) }
}

extension String: Bindable {
    public var bound: Value { .text(self) }
}

extension [UInt8]: Bindable {
    public var bound: Value { .bytes(self) }
}

extension Optional: Bindable where Wrapped: Bindable {
    public var bound: Value { self?.bound ?? .null }
}
