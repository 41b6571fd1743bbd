/// The id of one recorded thing of the kind `Of`, such as `ID<Hours>`.
///
/// 63 bits in the order of recording; people and addresses see it as thirteen characters of
/// ``Crockford`` base 32. An id is never a secret.
public struct ID<Of>: Hashable, Comparable, Sendable, CodedAsText {
    /// The number as the store keeps it: never negative when an ``IDGenerator`` drew it.
    public let raw: Int64

    /// An id that the store or an ``IDGenerator`` gave.
    public init(raw: Int64) { self.raw = raw }

    /// The id that thirteen characters stand for, or `nil` if they stand for none.
    public init?(_ description: String) {
        guard let raw = Crockford.decode(description) else { return nil }
        self.raw = raw
    }

    public var description: String { Crockford.encode(raw) }

    /// Puts the thirteen characters at the end of `bytes`.
    public func append(to bytes: inout [UInt8]) { Crockford.append(raw, to: &bytes) }

    public static func < (one: Self, other: Self) -> Bool { one.raw < other.raw }
}
