internal import Crypto
internal import Ledger
internal import Store

/// The name that a client gives a request, so that sending it again does it once.
///
/// 1 to 255 visible ASCII characters. Time-ordered ones keep the store quickest.
package struct RequestKey: Hashable, Sendable, LosslessStringConvertible {
    package let description: String

    package init?(_ description: String) {
        let bytes = description.utf8
        guard (1...255).contains(bytes.count), bytes.allSatisfy({ (33...126).contains($0) })
        else { return nil }
        self.description = description
    }
}

/// A request that carries a key, as the store remembers it.
struct Request {
    let key: RequestKey
    let fingerprint: Fingerprint
    let view: View

    /// What an earlier request with this key by this person made; nil when there was none.
    ///
    /// Of two at once with this key the second waits here until the first is done.
    ///
    /// - Throws: ``RequestRefusal/keyReused`` when it asked for something else.
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

    /// Remembers what the request made.
    ///
    /// There is none with this key, for it was looked for alone; so nobody waits for the answer.
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

    /// The command line has no person; its keys belong to nobody else.
    private var person: Int64 { view.actor.person?.raw ?? 0 }
    private var network: Int64 { view.network?.id.raw ?? 0 }
}

/// The number by which transactions know what they have to be alone on, from what it is called.
func lockName(_ parts: String...) -> Int64 {
    let digest = SHA256.hash(data: Array(parts.joined(separator: "\u{0}").utf8))
    return digest.prefix(8).reduce(0) { $0 << 8 | Int64($1) }
}

/// Ids as the store keeps a short list of them: thirteen characters each, a space between.
func idList(_ ids: [Int64]) -> String {
    ids.map { Crockford.encode($0) }.joined(separator: " ")
}
