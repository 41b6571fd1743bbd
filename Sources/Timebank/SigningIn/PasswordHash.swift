internal import Crypto
internal import CryptoExtras
internal import FoundationEssentials

/// How much work it is to try one password.
package struct PasswordCost: Hashable, Sendable {
    /// The power of two that is scrypt's N.
    package let logRounds: Int
    package let blockSize: Int
    package let lanes: Int

    /// 32 MiB and about a third of a second: N = 2^15, r = 8, p = 3.
    package static let standard = PasswordCost(logRounds: 15, blockSize: 8, lanes: 3)

    /// A cost of scrypt; cheap ones are for tests.
    package init(logRounds: Int, blockSize: Int, lanes: Int) {
        self.logRounds = logRounds
        self.blockSize = blockSize
        self.lanes = lanes
    }
}

/// A password as it is kept: how it was hashed, with which salt, and what came of it.
struct PasswordHash: Hashable, Sendable {
    let cost: PasswordCost
    let salt: [UInt8]
    let hash: [UInt8]

    private static let hashLength = 32

    /// Hashes a password: much work, that is its point; to be done in a ``PasswordHall``.
    ///
    /// - Throws: a fault when there is no memory for it.
    init(of password: String, salt: [UInt8], cost: PasswordCost) throws {
        self.cost = cost
        self.salt = salt
        hash = try Self.derive(password, salt: salt, cost: cost)
    }

    private init(cost: PasswordCost, salt: [UInt8], hash: [UInt8]) {
        self.cost = cost
        self.salt = salt
        self.hash = hash
    }

    /// What is compared where there is no such account: as much work, and never a match.
    static func nobodys(_ cost: PasswordCost) -> PasswordHash {
        PasswordHash(cost: cost, salt: Array(repeating: 0, count: 16), hash: [])
    }

    /// Whether this is the password, in a time that does not depend on how much of it is right.
    func matches(_ password: String) throws -> Bool {
        let other = try Self.derive(password, salt: salt, cost: cost)
        var difference: UInt8 = hash.count == other.count ? 0 : 1
        for (one, two) in zip(hash, other) { difference |= one ^ two }
        return difference == 0
    }

    private static func derive(
        _ password: String,
        salt: [UInt8],
        cost: PasswordCost
    ) throws -> [UInt8] {
        // An odd zero byte at the end keeps an empty password from being no bytes at all.
        try KDF.Scrypt.deriveKey(
            from: Array(password.utf8) + [0],
            salt: salt,
            outputByteCount: hashLength,
            rounds: 1 << cost.logRounds,
            blockSize: cost.blockSize,
            parallelism: cost.lanes
        ).withUnsafeBytes { Array($0) }
    }
}

extension PasswordHash: LosslessStringConvertible {
    /// The hash as the store keeps it, or `nil` for text that is none.
    init?(_ text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == "scrypt", let rounds = Int(parts[1]),
            let block = Int(parts[2]), let lanes = Int(parts[3]), (1...24).contains(rounds),
            (1...32).contains(block), (1...16).contains(lanes),
            let salt = Base64URL.decode(parts[4]), let hash = Base64URL.decode(parts[5]),
            !salt.isEmpty, hash.count == Self.hashLength
        else { return nil }
        self.init(
            cost: PasswordCost(logRounds: rounds, blockSize: block, lanes: lanes),
            salt: salt,
            hash: hash
        )
    }

    /// `scrypt$15$8$3$SALT$HASH`, so that the cost can be raised and old hashes still read.
    var description: String {
        """
        scrypt$\(cost.logRounds)$\(cost.blockSize)$\(cost.lanes)$\(Base64URL.encode(salt))$\
        \(Base64URL.encode(hash))
        """
    }
}
