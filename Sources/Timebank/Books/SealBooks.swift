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
        for seal in seals {
            guard seal.isSigned else { throw Refusal.invalid(field: "signature", .malformed) }
            // One that somebody else was quicker with is left out; the next pass goes on from it.
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
        let at = bank.clock()
        try await bank.database.advanceHorizon()
        let pressed = try await bank.database.report { try $0.pressSeals() }
        guard !pressed.isEmpty else { return 0 }
        let seals = try pressed.map { network, seal in
            try SignedSeal(seal, of: network, at: at, with: key)
        }
        _ = try await bank.perform(SealBooks(seals: seals), as: .console)
        return seals.count
    }
}

extension Database {
    /// Moves the horizon towards the last transfer.
    func advanceHorizon() async throws {
        try await advanceHorizon(to: "SELECT MAX(id) FROM transfer")
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
