internal import Crypto
package import Ledger
internal import Store

/// Where the servers on one store tell each other what they let senders do.
///
/// A server writes rows of its own and never another one's, so nobody waits for anybody. A row says
/// how much was let through since this is counted, so one that is told twice, or not at all and
/// then the next time, does no harm.
package struct UsageBoard: Sendable {
    private let database: Database
    /// Who tells: a number at random for each running program.
    private let me: Int64

    /// The board in a bank's store.
    package init(_ bank: Bank) {
        database = bank.database
        me = bank.dice.holder()
    }

    /// Who asks for something, as a digest, so that the store does not list who asked, from where.
    package struct Sender: Hashable, Sendable {
        let digest: [UInt8]

        /// Somebody by a name that may be secret, with a kind of requests.
        package init(_ kind: String, _ name: String) {
            let text = "\(kind)\u{0}\(name)"
            digest = Array(SHA256.hash(data: Array(text.utf8)).prefix(16))
        }

        init(digest: [UInt8]) { self.digest = digest }
    }

    /// What a server let a sender do.
    package struct Usage: Hashable, Sendable {
        package let sender: Sender
        /// How much since it is counted.
        package let taken: Int64
        /// How much of what they may do at once is missing there, whoever let it through.
        package let missing: Int64

        /// What is to be told of a sender.
        package init(_ sender: Sender, taken: Int64, missing: Int64) {
            self.sender = sender
            self.taken = taken
            self.missing = missing
        }
    }

    /// What another server told.
    package struct Entry: Hashable, Sendable {
        package let server: Int64
        package let usage: Usage
        /// When it told so, by its own clock.
        package let at: Instant

        /// What a server told at a moment.
        package init(server: Int64, _ usage: Usage, at: Instant) {
            self.server = server
            self.usage = usage
            self.at = at
        }
    }

    /// Tells the news of senders here, takes down those that are quiet again, and returns what the
    /// other servers tell.
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

    /// Takes down all that this server told.
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

    /// What all servers but one tell; each tells of a bounded number of senders.
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
