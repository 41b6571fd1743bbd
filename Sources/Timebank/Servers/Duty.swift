package import Store

/// Work that one of several servers has to do, and no other at the same time.
///
/// Whoever has it lets its beat count on at each turn. A server that sees the same beat at two of
/// its own turns takes the work over: whoever had it is gone. No clock is compared with another
/// one, so one that jumps can neither steal the work nor stop it. What is done must bear being
/// done by two at once, for a server may be away for a turn and not know.
package struct Duty {
    private let name: String
    /// Who asks: a number at random for each running program.
    private let me: Int64
    private var seen: Turn?

    private struct Turn: Equatable {
        let holder: Int64
        let beat: Int64
    }

    /// A share in some work, for a server that has done none of it yet.
    package init(_ name: String, me: Int64) {
        self.name = name
        self.me = me
    }

    /// Asks, once at each turn, whether the work is this server's.
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

    /// Lets it go, so that the next server that asks need not wait.
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
