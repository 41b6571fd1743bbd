/// The result of ``Verify``.
package struct Findings: Sendable, Hashable {
    /// Differences from the schema that the migrations create, such as missing triggers.
    package let schema: Problems
    /// The problems that belong to no network.
    package let problems: Problems
    package let networks: [NetworkFindings]
    /// The digest of the last journal seal of network 0, worth keeping elsewhere; nil without one.
    package let seal: [UInt8]?
    /// The seal that the caller asked for; nil where they asked for none.
    package let against: KeptSeal?

    /// Whether there is no problem, and the seal that the caller asked for was found.
    package var holds: Bool {
        schema.isEmpty && problems.isEmpty && networks.allSatisfy(\.problems.isEmpty)
            && against.map(\.isFound) ?? true
    }
}

/// The result for one network.
package struct NetworkFindings: Sendable, Hashable {
    /// The network's slug.
    package let network: String
    package let accounts: Int
    package let transfers: Int64
    /// The sum of all balances, in minutes; it must be zero.
    package let sum: Int64
    /// The number of seals over transfers, and of the transfers they cover.
    package let seals: Int64
    package let sealed: Int64
    /// The digest of the last journal seal, which covers the seals over transfers; worth keeping
    /// elsewhere.
    ///
    /// Without a journal seal it is that of the last seal over transfers.
    package let seal: [UInt8]?
    package let problems: Problems
}

/// A seal that was kept elsewhere, and whether the store has it.
package struct KeptSeal: Sendable, Hashable {
    package let digest: [UInt8]
    /// The slug of the seal's network; nil where the store does not have the seal.
    package let network: String?

    /// Whether the store has the seal.
    package var isFound: Bool { network != nil }
}

/// Problems: the text of the first 20, and the number of all.
package struct Problems: Sendable, Hashable {
    package private(set) var first: [String] = []
    package private(set) var count = 0

    private static let most = 20

    /// Creates a list of these problems.
    init(_ problems: some Sequence<String> = []) {
        for words in problems { note(words) }
    }

    /// Whether there is no problem.
    package var isEmpty: Bool { count == 0 }

    mutating func note(_ words: String) {
        count += 1
        if first.count < Self.most { first.append(words) }
    }
}
