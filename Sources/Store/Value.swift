/// A value as both databases know it.
package enum Value: Hashable, Sendable {
    case null
    case integer(Int64)
    case text(String)
    case bytes([UInt8])
}

/// What can stand as an argument of a statement.
package protocol Bindable {
    /// The value that is bound.
    var bound: Value { get }
}

extension Value: Bindable {
    package var bound: Value { self }
}

extension Int64: Bindable {
    package var bound: Value { .integer(self) }
}

extension Int: Bindable {
    package var bound: Value { .integer(Int64(self)) }
}

extension Bool: Bindable {
    package var bound: Value { .integer(self ? 1 : 0) }
}

extension String: Bindable {
    package var bound: Value { .text(self) }
}

extension [UInt8]: Bindable {
    package var bound: Value { .bytes(self) }
}

extension Optional: Bindable where Wrapped: Bindable {
    package var bound: Value { self?.bound ?? .null }
}
