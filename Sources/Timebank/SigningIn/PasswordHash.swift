internal import Crypto
internal import CryptoExtras
internal import FoundationEssentials

/// The parameters of scrypt, which decide how much work it is to try one password.
package struct PasswordCost: Hashable, Sendable {
    /// The base-2 logarithm of scrypt's N.
    package let logRounds: Int
    package let blockSize: Int
    package let lanes: Int

    /// 32 MiB and about a third of a second: N = 2^15, r = 8, p = 3.
    package static let standard = PasswordCost(logRounds: 15, blockSize: 8, lanes: 3)

    /// Creates a cost; low ones are for tests.
    package init(logRounds: Int, blockSize: Int, lanes: Int) {
        self.logRounds = logRounds
        self.blockSize = blockSize
        self.lanes = lanes
    }
}

/// A stored password: the cost, the salt and the hash.
struct PasswordHash: Hashable, Sendable {
    let cost: PasswordCost
    let salt: [UInt8]
    let hash: [UInt8]

    private static let hashLength = 32

    /// Hashes a password, which is slow by design; call it only within
    /// ``PasswordHashQueue/turn(of:_:)``.
    ///
    /// - Throws: A fault if there is not enough memory.
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

    /// A hash that never matches, to do the same work when there is no such account.
    static func nobodys(_ cost: PasswordCost) -> PasswordHash {
        PasswordHash(cost: cost, salt: Array(repeating: 0, count: 16), hash: [])
    }

    /// Whether this is the password, compared in constant time.
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
        // The appended zero byte keeps the input of an empty password from being empty.
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
    /// Parses a stored hash; nil if the text is malformed.
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

    /// The stored form `scrypt$15$8$3$SALT$HASH`, which includes the cost so that it can be raised
    /// later.
    var description: String {
        """
        scrypt$\(cost.logRounds)$\(cost.blockSize)$\(cost.lanes)$\(Base64URL.encode(salt))$\
        \(Base64URL.encode(hash))
        """
    }
}
