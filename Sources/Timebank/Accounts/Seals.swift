package import Ledger
package import Store

extension Transaction {
    /// Records a seal; false where the network's last seal is not the one that it follows.
    ///
    /// The network's row is updated first, which locks it: of two concurrent calls the second
    /// waits.
    func append(_ signed: SignedSeal, as id: Int64) throws -> Bool {
        try run("UPDATE network SET last_number = last_number WHERE id = $1", signed.network)
        let last = try lastSeal(of: signed.network) ?? Seal.beginning
        guard last == signed.previous else { return false }
        try know(signed.publicKey, at: signed.at)
        try run(
            """
            INSERT INTO seal (
                id, network, previous, first, last, transfers, digest, signature, public_key, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            id,
            signed.network,
            signed.previous,
            signed.first,
            signed.last,
            signed.count,
            signed.digest,
            signed.signature,
            signed.publicKey,
            signed.at
        )
        return true
    }

    /// Records a public key and the time of the first seal it signed, unless the key is known.
    func know(_ publicKey: [UInt8], at moment: Instant) throws {
        try run(
            "INSERT INTO signer (public_key, since) VALUES ($1, $2) ON CONFLICT DO NOTHING",
            publicKey,
            moment
        )
    }

    /// Returns the digest of a network's last seal over transfers; nil where there is none.
    func lastSeal(of network: Network.ID) throws -> [UInt8]? {
        try first(
            "SELECT digest FROM seal WHERE network = $1 ORDER BY id DESC LIMIT 1",
            network,
            as: { $0.bytes(0) }
        )
    }
}

extension Transaction {
    /// Returns the time of the last seal of any network, over transfers or over the journal.
    package func lastSealMade() throws -> Instant? {
        let made = try first(
            """
            SELECT MAX(at) FROM (SELECT MAX(at) AS at FROM seal
                UNION ALL SELECT MAX(at) FROM journal_seal) AS made
            """
        ) { $0.integerIfAny(0) }
        return made.flatMap { $0 }.map { Instant(microseconds: $0) }
    }
}
