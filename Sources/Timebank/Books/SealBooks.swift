internal import Ledger
internal import Store

/// Records seals that were pressed and signed beside the writing path.
package struct SealBooks: Operation {
    package let seals: [SignedSeal]

    package static let name = "books.seal"
    package static let access: Access = .operator
    package var subject: Subject { .installation }

    /// Seals to record, at most one for each network.
    package init(seals: [SignedSeal]) { self.seals = seals }

    package func run(at desk: Desk) throws -> Done {
        for seal in seals where !seal.isSigned {
            throw Refusal.invalid(field: "signature", .malformed)
        }
        // Where somebody else was quicker all are left out, for a seal of one network alone would
        // hide what is not sealed yet of another; the next pass goes on from theirs.
        try desk.tx.alone(on: lockName("seal"))
        let last = try desk.tx.lastSealed()
        guard seals.allSatisfy({ $0.first.raw > last }) else { return Done() }
        for seal in seals {
            _ = try desk.tx.append(seal, as: desk.newID(SignedSeal.self).raw)
        }
        return Done()
    }
}

/// Seals what was recorded since the last time.
package struct Sealing: Sendable {
    private let bank: Bank
    private let key: SealKey

    /// Sealing of a bank's books with a key.
    package init(_ bank: Bank, key: SealKey) {
        self.bank = bank
        self.key = key
    }

    /// Presses, signs and records a seal for each network that has new transfers.
    ///
    /// The transfers are read beside the writing path, and only up to the horizon, so that none can
    /// still be recorded below a seal.
    ///
    /// - Returns: how many seals were made.
    package func run() async throws -> Int {
        let seals = try await pressed()
        guard !seals.isEmpty else { return 0 }
        _ = try await bank.perform(SealBooks(seals: seals), as: .console)
        return seals.count
    }

    /// A signed seal of what is new in each network, not recorded yet.
    package func pressed() async throws -> [SignedSeal] {
        let at = bank.clock()
        try await bank.database.advanceHorizon()
        let pressed = try await bank.database.report(in: .whole) { try $0.pressSeals() }
        return try pressed.map { network, seal in
            try SignedSeal(seal, of: network, at: at, with: key)
        }
    }
}

extension Database {
    /// Moves the horizon towards the last transfer, five seconds short of it while others are made.
    func advanceHorizon() async throws {
        try await advanceHorizon(
            to: "SELECT MAX(id) FROM transfer",
            sparing: 5 * IDGenerator.second
        )
    }
}

extension Transaction {
    /// Seals of all that was recorded since the last seals, network by network.
    fileprivate func pressSeals() throws -> [(Network.ID, Seal)] {
        var presses: [Int64: SealPress] = [:]
        try Line.each(after: lastSealed(), upto: horizon(), self) { line in
            if presses[line.network] == nil {
                let last = try lastSeal(of: Network.ID(raw: line.network))
                presses[line.network] = SealPress(
                    network: line.network,
                    after: last ?? Seal.beginning
                )
            }
            presses[line.network]?.add(line.transfer)
        }
        return presses.sorted { $0.key < $1.key }.compactMap { network, press in
            press.seal().map { (Network.ID(raw: network), $0) }
        }
    }

    /// The last transfer that any seal covers: all networks are sealed up to the same horizon.
    func lastSealed() throws -> Int64 {
        try first("SELECT MAX(last) FROM seal", as: { $0.integer(0) }) ?? 0
    }
}
