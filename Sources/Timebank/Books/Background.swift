internal import Ledger
package import Store

/// The background jobs of a server: seals, roll-ups, release of expired holds, deletion of old
/// rows.
///
/// None of them moves minutes. A job that fails is reported and tried again in the next round.
package struct Background: Sendable {
    private let bank: Bank
    private let sealing: Sealing
    private let tending: Maintenance
    private let words: WordIndex
    private let node: NodeLease?
    private let sleep: @Sendable (Duration) async throws -> Void
    private let trouble: @Sendable (String, any Error) -> Void

    /// The pause between two rounds.
    package static let turn: Duration = .seconds(60)
    private static let sealEvery: Duration = .seconds(3_600)
    private static let sealAfter = 10_000
    private static let forgetEvery: Duration = .seconds(3_600)

    /// Creates the background jobs of a bank.
    ///
    /// `key` signs the seals. `node` is the lease of this server's number, where several servers
    /// write to the store. `sleep` waits, and throws when the server stops. `trouble` is called
    /// with the name of a job that failed, and the error.
    package init(
        _ bank: Bank,
        key: SealKey,
        node: NodeLease? = nil,
        sleep: @escaping @Sendable (Duration) async throws -> Void,
        trouble: @escaping @Sendable (String, any Error) -> Void
    ) {
        self.bank = bank
        sealing = Sealing(bank, key: key)
        tending = Maintenance(bank)
        words = WordIndex(bank)
        self.node = node
        self.sleep = sleep
        self.trouble = trouble
    }

    /// Runs a round each minute until the task is cancelled, then seals if that is quick.
    package func run() async {
        var turn = Turn(
            duty: ExclusiveTask("books", me: bank.dice.holder()),
            node: node,
            sealed: bank.clock(),
            forgot: bank.clock()
        )
        while !Task.isCancelled {
            // The pause comes first, so that a starting server answers requests before it does this
            // work.
            do { try await sleep(Self.turn) } catch { break }
            await keepNode(&turn)
            if await isMine(&turn) {
                await tend(&turn)
                await mendWords(&turn)
            }
        }
        if await isMine(&turn), await isLittleLeft() {
            await attempt("books.seal") { _ = try await sealing.run() }
        }
        let (duty, node) = (turn.duty, turn.node)
        await attempt("books.duty") { try await duty.giveUp(on: bank.database) }
        await attempt("servers.node") { try await node?.giveBack(on: bank.database) }
    }

    /// The state that is kept between rounds.
    private struct Turn {
        var duty: ExclusiveTask
        var node: NodeLease?
        var sealed: Instant
        var forgot: Instant
        /// Whether the index of members' names was checked since the start.
        var isMended = false
    }

    /// Rebuilds entries of the name index that an older version folded differently, once per start.
    private func mendWords(_ turn: inout Turn) async {
        guard !turn.isMended else { return }
        do {
            try await words.mend()
            turn.isMended = true
        } catch { trouble("people.words", error) }
    }

    /// Renews the lease of this server's number, or takes another number if the lease was lost.
    private func keepNode(_ turn: inout Turn) async {
        guard let node = turn.node else { return }
        let now = bank.clock()
        do {
            if try await node.renew(on: bank.database, now: now) { return }
            let fresh = try await NodeLease.take(on: bank.database, now: now, dice: bank.dice)
            bank.ids.move(to: fresh.number, at: now)
            turn.node = fresh
        } catch { trouble("servers.node", error) }
    }

    /// Whether this server does the jobs; of several servers only one does.
    private func isMine(_ turn: inout Turn) async -> Bool {
        do { return try await turn.duty.isMine(on: bank.database) } catch {
            trouble("books.duty", error)
            return false
        }
    }

    private func tend(_ turn: inout Turn) async {
        await attempt(MarkRows.name) { try await tending.mark() }
        await attempt("books.roll-up") { try await tending.rollUp() }
        await attempt("books.release-holds") { try await tending.releaseHolds() }
        let now = bank.clock()
        if await isSealDue(since: turn.sealed, now) {
            turn.sealed = now
            await attempt("books.seal") { _ = try await sealing.run() }
        }
        if turn.forgot + Self.forgetEvery <= now {
            turn.forgot = now
            await attempt("books.forget") { try await tending.forget() }
        }
    }

    private func isSealDue(since sealed: Instant, _ now: Instant) async -> Bool {
        if sealed + Self.sealEvery <= now { return true }
        var isMuch = false
        await attempt("books.seal") {
            isMuch = try await bank.database.read(in: .whole) { tx in
                try tx.unsealed(upTo: Self.sealAfter) >= Self.sealAfter
            }
        }
        return isMuch
    }

    /// Whether so few rows are unsealed that a stopping server can seal them within a moment.
    private func isLittleLeft() async -> Bool {
        var isLittle = false
        await attempt("books.seal") {
            isLittle = try await bank.database.read(in: .whole) { tx in
                try tx.unsealed(upTo: 2 * Self.sealAfter) < 2 * Self.sealAfter
                    && tx.unsealedInJournal(upTo: 2 * Self.sealAfter) < 2 * Self.sealAfter
            }
        }
        return isLittle
    }

    private func attempt(_ what: String, _ body: () async throws -> Void) async {
        do { try await body() } catch { trouble(what, error) }
    }
}

extension Transaction {
    /// Returns the number of transfers since the last seal, at most `most`.
    package func unsealed(upTo most: Int) throws -> Int {
        try first(
            """
            SELECT COUNT(*)
            FROM (SELECT id FROM transfer WHERE id > $1 ORDER BY id LIMIT $2) AS found
            """,
            lastSealed(),
            most,
            as: { Int($0.integer(0)) }
        ) ?? 0
    }
}
