internal import Crypto
internal import Ledger
internal import Store

/// An idempotency key: a client's name for a request, so that a repeated request is done once.
///
/// 1 to 255 visible ASCII characters. Time-ordered keys are fastest, because they are inserted at
/// the end of the index.
package struct RequestKey: Hashable, Sendable, LosslessStringConvertible {
    package let description: String

    package init?(_ description: String) {
        let bytes = description.utf8
        guard (1...255).contains(bytes.count), bytes.allSatisfy({ (33...126).contains($0) })
        else { return nil }
        self.description = description
    }
}

/// A request with an idempotency key.
struct Request {
    let key: RequestKey
    let fingerprint: Fingerprint
    let view: View

    /// Returns the ids that an earlier request with this key by this person made; nil for a new
    /// key.
    ///
    /// It takes a lock on the key, so that the second of two concurrent requests waits until the
    /// first has committed. A key older than ``Bank/keyLasts`` is deleted and counts as new.
    ///
    /// - Throws: ``RequestRefusal/keyReused`` when the earlier request had another fingerprint.
    func earlier() throws -> [Int64]? {
        try view.tx.alone(on: lockName("request", key.description, "\(person)", "\(network)"))
        let found = try view.tx.first(
            """
            SELECT fingerprint, made, at FROM request
            WHERE key = $1 AND person = $2 AND network = $3
            """,
            key.description,
            person,
            network
        ) { (fingerprint: $0.bytes(0), made: $0.text(1), at: $0.integer(2)) }
        guard let found else { return nil }
        guard found.at + Bank.keyLasts > view.now.microseconds else {
            try view.tx.run(
                "DELETE FROM request WHERE key = $1 AND person = $2 AND network = $3",
                key.description,
                person,
                network
            )
            return nil
        }
        guard found.fingerprint == fingerprint.bytes else { throw RequestRefusal.keyReused }
        return found.made.split(separator: " ").compactMap { Crockford.decode(String($0)) }
    }

    /// Stores the key with the ids that the request made.
    ///
    /// The insert cannot conflict, because ``earlier()`` holds the lock on the key and found no
    /// row; so the transaction need not wait for its result.
    func remember(_ made: [Int64]) throws {
        try view.tx.run(
            """
            INSERT INTO request (key, person, network, fingerprint, made, at)
            VALUES ($1, $2, $3, $4, $5, $6)
            """,
            key.description,
            person,
            network,
            fingerprint.bytes,
            idList(made),
            view.now
        )
    }

    /// The owner of the key; 0 for the command line, which has no person.
    private var person: Int64 { view.actor.person?.raw ?? 0 }
    private var network: Int64 { view.network?.id.raw ?? 0 }
}

/// Returns the number of a transaction lock: the first 64 bits of the SHA-256 of its name's parts.
func lockName(_ parts: String...) -> Int64 {
    let digest = SHA256.hash(data: Array(parts.joined(separator: "\u{0}").utf8))
    return digest.prefix(8).reduce(0) { $0 << 8 | Int64($1) }
}

/// Encodes ids for a text column: 13 characters of base 32 each, separated by spaces.
func idList(_ ids: [Int64]) -> String {
    ids.map { Crockford.encode($0) }.joined(separator: " ")
}
