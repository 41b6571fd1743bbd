/// What reading the books again from nothing has found.
package struct Findings: Sendable, Hashable {
    /// Where the store is not made as Commonhour makes it: guards that are missing, and so on.
    package let schema: Problems
    /// What belongs to no network.
    package let problems: Problems
    package let networks: [NetworkFindings]
    /// The digest of the last seal over what belongs to no network, which is worth keeping too.
    package let seal: [UInt8]?
    /// What became of the seal that was asked about.
    package let against: KeptSeal?

    /// Whether everything holds.
    package var holds: Bool {
        schema.isEmpty && problems.isEmpty && networks.allSatisfy(\.problems.isEmpty)
            && against.map(\.isFound) ?? true
    }
}

/// What was found in one network.
package struct NetworkFindings: Sendable, Hashable {
    /// The network's slug.
    package let network: String
    package let accounts: Int
    package let transfers: Int64
    /// The sum over all accounts, in minutes, which is to be zero.
    package let sum: Int64
    /// How many seals there are, and how many transfers they cover.
    package let seals: Int64
    package let sealed: Int64
    /// The digest of the last seal over the journal, which covers the seals over transfers and is
    /// worth keeping somewhere else; of the last one over transfers where there is none.
    package let seal: [UInt8]?
    package let problems: Problems
}

/// A seal that somebody kept elsewhere, and whether the chain has it.
package struct KeptSeal: Sendable, Hashable {
    package let digest: [UInt8]
    /// The slug of the network whose seal it is; none where the chain does not have it.
    package let network: String?

    /// Whether the chain has it.
    package var isFound: Bool { network != nil }
}

/// What is wrong: the first twenty in full, and how many in all.
package struct Problems: Sendable, Hashable {
    package private(set) var first: [String] = []
    package private(set) var count = 0

    private static let most = 20

    /// These problems.
    init(_ problems: some Sequence<String> = []) {
        for words in problems { note(words) }
    }

    /// Whether nothing is wrong.
    package var isEmpty: Bool { count == 0 }

    mutating func note(_ words: String) {
        count += 1
        if first.count < Self.most { first.append(words) }
    }
}
