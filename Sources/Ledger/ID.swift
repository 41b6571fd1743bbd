/// The id of a recorded thing of the type `Of`, such as `ID<Hours>`.
///
/// A 63-bit number that grows in the order of recording; shown as thirteen characters of
/// ``Crockford`` base 32. An id is never a secret.
public struct ID<Of>: Hashable, Comparable, Sendable, CodedAsText {
    /// The number as stored; never negative when an ``IDGenerator`` made it.
    public let raw: Int64

    /// An id from the store or an ``IDGenerator``.
    public init(raw: Int64) { self.raw = raw }

    /// The id that a text encodes; nil where it encodes none.
    public init?(_ description: String) {
        guard let raw = Crockford.decode(description) else { return nil }
        self.raw = raw
    }

    public var description: String { Crockford.encode(raw) }

    /// Appends the thirteen characters to `bytes`.
    public func append(to bytes: inout [UInt8]) { Crockford.append(raw, to: &bytes) }

    public static func < (one: Self, other: Self) -> Bool { one.raw < other.raw }
}
