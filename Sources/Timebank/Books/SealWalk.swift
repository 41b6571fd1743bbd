internal import Ledger
internal import Store

/// Recomputes a network's seals while its transfers are read in order, and compares them.
struct SealWalk {
    private let network: Network.ID
    private let signers: [[UInt8]: Instant]
    private var next: Recorded?
    private var press: SealPress?
    /// The digest of the last seal checked; nil where there was none.
    private(set) var digest: [UInt8]?
    private var last = Int64.min
    /// The number of seals checked, and of the transfers they cover.
    private(set) var count: Int64 = 0
    private(set) var sealed: Int64 = 0

    /// Begins with the network's first seal.
    init(network: Network.ID, signers: [[UInt8]: Instant], _ tx: Transaction) throws {
        self.network = network
        self.signers = signers
        open(try tx.recordedSeal(after: .min, in: network))
    }

    /// Adds the network's next transfer, and returns what is wrong with seals that end before it.
    mutating func take(_ transfer: Transfer, _ tx: Transaction) throws -> [String] {
        var wrong: [String] = []
        while let seal = next, transfer.id > seal.signed.last { wrong += try close(seal, tx) }
        press?.add(transfer)
        return wrong
    }

    /// Checks the remaining seals after the last transfer, and returns what is wrong with them.
    mutating func finish(_ tx: Transaction) throws -> [String] {
        var wrong: [String] = []
        while let seal = next { wrong += try close(seal, tx) }
        return wrong
    }

    private mutating func open(_ seal: Recorded?) {
        next = seal
        // Computed from the stored previous digest, so that a broken chain is reported once, at the
        // break.
        press = seal.map { SealPress(network: network.raw, after: $0.signed.previous) }
    }

    private mutating func close(_ recorded: Recorded, _ tx: Transaction) throws -> [String] {
        let seal = recorded.signed
        let wrong = [
            seal.previous == digest ?? Seal.beginning ? nil : "does not follow the seal before it",
            seal.last.raw > last ? nil : "ends before the seal before it",
            mismatch(seal), badSignature(seal),
        ]
        digest = seal.digest
        last = seal.last.raw
        count += 1
        sealed &+= seal.count
        open(try tx.recordedSeal(after: recorded.id, in: network))
        return wrong.compactMap { $0 }.map { "\(named("seal", recorded.id)) \($0)" }
    }

    private func mismatch(_ seal: SignedSeal) -> String? {
        guard let pressed = press?.seal() else { return "covers transfers that are not there" }
        if pressed.count < seal.count {
            return "covers \(seal.count) transfers, of which \(pressed.count) are there"
        }
        if pressed.count > seal.count {
            return "covers \(seal.count) transfers, where now there are \(pressed.count)"
        }
        if pressed.first != seal.first || pressed.last != seal.last {
            return "does not begin or end where its transfers do"
        }
        if pressed.digest != seal.digest { return "covers a transfer that was changed" }
        return nil
    }

    private func badSignature(_ seal: SignedSeal) -> String? {
        guard let since = signers[seal.publicKey] else {
            return "is signed with a key that is not known here"
        }
        if seal.at < since { return "is older than the key that signed it" }
        return seal.isSigned ? nil : "is not signed by the key that it names"
    }

    /// A stored seal and the id of its row.
    struct Recorded {
        let id: Int64
        let signed: SignedSeal
    }
}

extension Transaction {
    /// Returns the network's next seal after the one with this id; nil where there is none.
    fileprivate func recordedSeal(
        after id: Int64,
        in network: Network.ID
    ) throws -> SealWalk.Recorded? {
        try first(
            """
            SELECT id, previous, first, last, transfers, digest, at, public_key, signature
            FROM seal WHERE network = $1 AND id > $2 ORDER BY id LIMIT 1
            """,
            network,
            id
        ) { row in
            SealWalk.Recorded(
                id: row.integer(0),
                signed: SignedSeal(
                    Seal(
                        previous: row.bytes(1),
                        first: row.id(2),
                        last: row.id(3),
                        count: row.integer(4),
                        digest: row.bytes(5)
                    ),
                    of: network,
                    at: row.instant(6),
                    publicKey: row.bytes(7),
                    signature: row.bytes(8)
                )
            )
        }
    }

    /// Returns the known public keys, each with the time since when it may sign seals.
    func signers() throws -> [[UInt8]: Instant] {
        let rows = try all("SELECT public_key, since FROM signer") { ($0.bytes(0), $0.instant(1)) }
        return Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }
}
