package import Store

/// A periodic task that only one of several servers should do at a time.
///
/// The server that has the task increments a counter, `beat`, at each of its turns. A server that
/// finds the counter unchanged since its own last turn takes the task over, because the holder has
/// stopped. No clocks are compared, so a wrong clock can neither take the task nor block it.
///
/// The task must tolerate two servers doing it at once: a server that was suspended does not know
/// that it has lost the task.
package struct ExclusiveTask {
    private let name: String
    /// The random number by which this process identifies itself.
    private let me: Int64
    private var seen: Turn?

    private struct Turn: Equatable {
        let holder: Int64
        let beat: Int64
    }

    /// Creates a candidate for the task, which has made no turn yet.
    package init(_ name: String, me: Int64) {
        self.name = name
        self.me = me
    }

    /// Makes a turn, and returns whether this server has the task now; to be called at each turn.
    package mutating func isMine(on database: Database) async throws -> Bool {
        let (name, me, seen) = (name, me, seen)
        let (turn, isMine) = try await database.write(in: .none) { tx in
            guard let turn = try Self.turn(name, tx) else {
                let mine = Turn(holder: me, beat: 0)
                return (mine, try Self.begin(name, mine, tx))
            }
            guard turn.holder == me || turn == seen else { return (turn, false) }
            return (turn, try Self.take(name, turn, for: me, tx))
        }
        self.seen = turn
        return isMine
    }

    /// Gives the task up, so that another server can take it at its next turn.
    package func giveUp(on database: Database) async throws {
        let (name, me) = (name, me)
        try await database.write(in: .none) { tx in
            try tx.run("DELETE FROM duty WHERE name = $1 AND holder = $2", name, me)
        }
    }

    private static func turn(_ name: String, _ tx: Transaction) throws -> Turn? {
        try tx.first("SELECT holder, beat FROM duty WHERE name = $1", name) {
            Turn(holder: $0.integer(0), beat: $0.integer(1))
        }
    }

    private static func begin(_ name: String, _ turn: Turn, _ tx: Transaction) throws -> Bool {
        try tx.change(
            """
            INSERT INTO duty (name, holder, beat) VALUES ($1, $2, $3)
            ON CONFLICT (name) DO NOTHING
            """,
            name,
            turn.holder,
            turn.beat
        ) == 1
    }

    private static func take(
        _ name: String,
        _ turn: Turn,
        for me: Int64,
        _ tx: Transaction
    ) throws -> Bool {
        try tx.change(
            """
            UPDATE duty SET holder = $1, beat = beat + 1
            WHERE name = $2 AND holder = $3 AND beat = $4
            """,
            me,
            name,
            turn.holder,
            turn.beat
        ) == 1
    }
}
