/// The client address by which attempts are counted: a household or an office, not a device.
///
/// It is a whole IPv4 address, or the first 64 bits of an IPv6 address, the usual allocation to one
/// customer.
package struct ClientAddress: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    /// Parses the address that a connection or a proxy gives; other text is used as it is, cut to
    /// 64 characters.
    package init(_ text: String) {
        let bare = text.split(separator: "%", maxSplits: 1).first.map(String.init) ?? text
        guard bare.contains(":") else {
            description = String(bare.prefix(64))
            return
        }
        if bare.lowercased().hasPrefix("::ffff:"), let last = bare.split(separator: ":").last,
            last.contains(".")
        {
            description = String(last.prefix(64))
            return
        }
        description = Self.network(of: bare) ?? String(bare.prefix(64))
    }

    /// The first four groups of an IPv6 address, with omitted groups as zeros; nil if malformed.
    private static func network(of text: String) -> String? {
        let sides = text.split(separator: ":", omittingEmptySubsequences: false)
        let gap = sides.firstIndex(of: "") ?? sides.count
        let head = sides[..<gap]
        let tail = sides[gap...].filter { !$0.isEmpty }
        guard head.count + tail.count <= 8 else { return nil }
        let zeros = Array(repeating: Substring("0"), count: 8 - head.count - tail.count)
        let numbers = (head + zeros + tail).prefix(4).map { UInt16($0, radix: 16) }
        guard !numbers.contains(nil) else { return nil }
        return numbers.map { String($0 ?? 0, radix: 16) }.joined(separator: ":") + "::"
    }
}
