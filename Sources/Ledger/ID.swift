/// The id of one recorded thing of the kind `Of`, such as `ID<Hours>`.
///
/// 63 bits in the order of recording; people and addresses see it as thirteen characters of
/// ``Crockford`` base 32. An id is never a secret.
package struct ID<Of>: Hashable, Comparable, Sendable, CodedAsText {
    /// The number as the store keeps it: never negative when an ``IDGenerator`` drew it.
    package let raw: Int64

    /// An id that the store or an ``IDGenerator`` gave.
    package init(raw: Int64) { self.raw = raw }

    /// The id that thirteen characters stand for, or `nil` if they stand for none.
    package init?(_ description: String) {
        guard let raw = Crockford.decode(description) else { return nil }
        self.raw = raw
    }

    package var description: String { Crockford.encode(raw) }

    /// Puts the thirteen characters at the end of `bytes`.
    package func append(to bytes: inout [UInt8]) { Crockford.append(raw, to: &bytes) }

    package static func < (one: Self, other: Self) -> Bool { one.raw < other.raw }
}
