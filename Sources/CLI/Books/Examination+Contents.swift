internal import Ledger
internal import SQLiteStore
internal import Store
internal import Timebank

extension Examination {
    /// The results that need the store to be open.
    func read(_ database: Database) async throws -> [Sign] {
        let bank = try await store.bank(on: database)
        let facts = await database.facts()
        let (unsealed, sealed) = try await database.read(in: .whole) { tx in
            (try tx.unsealed(upTo: Self.many), try tx.lastSealMade())
        }
        let known = Dictionary(facts.map { ($0.name, $0.value) }) { first, _ in first }
        return [
            store.isPostgres ? server(known) : engine(known["database"] ?? "unknown")
        ] + role(known) + [
            schema(try await database.differences(from: Program.current.scheme.plan)),
            ids(bank.ids.ahead(of: now)),
            seals(unsealed, sealed),
            demo(try await bank.hasDemoSignIns()),
        ]
    }

    /// Whether the schema is what the migrations make.
    private func schema(_ differences: [String]) -> Sign {
        guard let first = differences.first else {
            return Sign(
                name: "schema",
                state: .ok,
                words: "The store is up to date for this version, with all its guards."
            )
        }
        return Sign(
            name: "schema",
            state: .wrong,
            words: """
                The store is not made as Commonhour makes it: \(first). Run commonhour verify for \
                all \(differences.count) of it, and restore the last backup from before.
                """
        )
    }

    private static let many = 20_000
    private static let hour: Int64 = 3_600

    /// The settings of a PostgreSQL server that affect durability.
    private func server(_ facts: [String: String]) -> Sign {
        let version = facts["database"] ?? "PostgreSQL"
        if facts["fsync"] == "off" {
            return Sign(
                name: "database",
                state: .wrong,
                words: """
                    \(version) at \(store.shown) does not bring changes to disk: what was \
                    acknowledged may be lost. Set fsync = on in postgresql.conf.
                    """
            )
        }
        return Sign(name: "database", state: .ok, words: "\(version) at \(store.shown).")
    }

    /// Whether the serving role of a PostgreSQL database has more rights than it needs.
    private func role(_ facts: [String: String]) -> [Sign] {
        guard store.isPostgres, let role = facts["role"] else { return [] }
        switch facts["rules"] {
        case "none":
            return [
                Sign(
                    name: "role",
                    state: .warn,
                    words: """
                        The role \(role) is above all rules of the database, so nothing there \
                        guards the books from it. Serve as a plain role: docs/operating.md, Roles.
                        """
                )
            ]
        case "its own":
            return [
                Sign(
                    name: "role",
                    state: .warn,
                    words: """
                        The role \(role) owns the tables, so it could change what was recorded. \
                        Serve as another one, with --migrate-store: docs/operating.md, Roles.
                        """
                )
            ]
        default:
            return [
                Sign(
                    name: "role",
                    state: .ok,
                    words: "The role \(role) can add to the books and change nothing in them."
                )
            ]
        }
    }

    private func engine(_ version: String) -> Sign {
        let numbers = version.split { !$0.isNumber }.compactMap { Int($0) }
        let isMended =
            numbers.count >= 3
            && (numbers.lexicographicallyPrecedes([3, 51, 3]) == false
                || (numbers.starts(with: [3, 50]) && numbers[2] >= 7)
                || (numbers.starts(with: [3, 44]) && numbers[2] >= 6))
        return Sign(
            name: "database",
            state: .ok,
            words: isMended
                ? "\(version)."
                : """
                \(version) has the WAL-reset fault. Commonhour keeps clear of it by writing over \
                one connection: let no other program write to the store.
                """
        )
    }

    private func ids(_ ahead: Int64) -> Sign {
        ahead < 1_000
            ? Sign(name: "clock", state: .ok, words: "The clock is not behind what was recorded.")
            : Sign(
                name: "clock",
                state: .warn,
                words: """
                    The clock is \(ahead / 1_000) seconds behind what was recorded last. Nothing \
                    is lost by that; set the clock right.
                    """
            )
    }

    private func seals(_ unsealed: Int, _ sealed: Instant?) -> Sign {
        let since = sealed.map { $0.duration(to: now).components.seconds } ?? .max
        guard unsealed >= Self.many || (unsealed > 0 && since > 2 * Self.hour) else {
            let last = sealed.map { "The last seal was made at \($0.rfc3339)." }
            return Sign(name: "seals", state: .ok, words: last ?? "There is nothing to seal yet.")
        }
        return Sign(
            name: "seals",
            state: .warn,
            words: """
                \(unsealed)\(unsealed >= Self.many ? " or more" : "") transfers are not sealed. \
                They are sealed hourly while the store is served.
                """
        )
    }

    private func demo(_ isThere: Bool) -> Sign {
        isThere
            ? Sign(
                name: "demo",
                state: .warn,
                words: "The demo's sign-ins are there. Let only this machine reach the server."
            )
            : Sign(name: "demo", state: .ok, words: "There are no demo sign-ins.")
    }
}
