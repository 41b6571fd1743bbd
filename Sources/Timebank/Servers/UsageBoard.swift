internal import Crypto
package import Ledger
internal import Store

/// The table through which the servers on one store share their rate-limit counters.
///
/// Each server writes only its own rows, so servers never wait for each other. A row holds the
/// total since counting began, so an update that is repeated or lost does no harm.
package struct UsageBoard: Sendable {
    private let database: Database
    /// The random number by which this process identifies itself.
    private let me: Int64

    /// The counters in a bank's store.
    package init(_ bank: Bank) {
        database = bank.database
        me = bank.dice.holder()
    }

    /// The key of a sender, as a digest, so that the store does not reveal addresses or tokens.
    package struct Sender: Hashable, Sendable {
        let digest: [UInt8]

        /// The key of a sender for one kind of request; `name` may be secret, for example a token.
        package init(_ kind: String, _ name: String) {
            let text = "\(kind)\u{0}\(name)"
            digest = Array(SHA256.hash(data: Array(text.utf8)).prefix(16))
        }

        init(digest: [UInt8]) { self.digest = digest }
    }

    /// The requests of one sender at one server.
    package struct Usage: Hashable, Sendable {
        package let sender: Sender
        /// The number of requests that the server let through since it began to count this sender.
        package let taken: Int64
        /// The number of tokens missing from the sender's token bucket (rate limit) on that server.
        ///
        /// This includes those taken by requests to other servers.
        package let missing: Int64

        /// The counters of a sender.
        package init(_ sender: Sender, taken: Int64, missing: Int64) {
            self.sender = sender
            self.taken = taken
            self.missing = missing
        }
    }

    /// A row written by another server.
    package struct Entry: Hashable, Sendable {
        package let server: Int64
        package let usage: Usage
        /// The time of writing, by the other server's clock.
        package let at: Instant

        /// A row of a server.
        package init(server: Int64, _ usage: Usage, at: Instant) {
            self.server = server
            self.usage = usage
            self.at = at
        }
    }

    /// Writes `news`, deletes this server's rows of `quiet`, and returns the other servers' rows.
    package func exchange(
        _ news: [Usage],
        quiet: [Sender],
        now: Instant
    ) async throws -> [Entry] {
        let me = me
        if news.isEmpty, quiet.isEmpty {
            return try await database.read(in: .none) { try $0.told(to: me) }
        }
        return try await database.write(in: .none) { tx in
            for sender in quiet {
                try tx.run(
                    "DELETE FROM usage WHERE sender = $1 AND server = $2",
                    sender.digest,
                    me
                )
            }
            for usage in news { try tx.tell(usage, me, now) }
            return try tx.told(to: me)
        }
    }

    /// Deletes all rows of this server.
    package func leave() async throws {
        let me = me
        try await database.write(in: .none) {
            try $0.run("DELETE FROM usage WHERE server = $1", me)
        }
    }
}

extension Transaction {
    fileprivate func tell(_ usage: UsageBoard.Usage, _ server: Int64, _ now: Instant) throws {
        try run(
            """
            INSERT INTO usage (sender, server, taken, missing, at) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (sender, server) DO UPDATE
            SET taken = excluded.taken, missing = excluded.missing, at = excluded.at
            """,
            usage.sender.digest,
            server,
            usage.taken,
            usage.missing,
            now
        )
    }

    /// The rows of all other servers; each server writes a bounded number of rows.
    fileprivate func told(to me: Int64) throws -> [UsageBoard.Entry] {
        try all("SELECT server, sender, taken, missing, at FROM usage WHERE server <> $1", me) {
            UsageBoard.Entry(
                server: $0.integer(0),
                UsageBoard.Usage(
                    UsageBoard.Sender(digest: $0.bytes(1)),
                    taken: $0.integer(2),
                    missing: $0.integer(3)
                ),
                at: $0.instant(4)
            )
        }
    }
}
