internal import PostgresStore
internal import Store
internal import Timebank

/// Copies an open store to an empty one and compares the two.
struct StoreCopy {
    private let source: Database
    private let target: StoreOptions

    /// What was copied, and the result of verifying the copy.
    struct Outcome {
        let census: StoreDigest
        let findings: Findings
    }

    init(from source: Database, to target: StoreOptions) {
        self.source = source
        self.target = target
    }

    /// Copies, compares, and then runs `rest` before the books are verified; when it throws, the
    /// new store is empty.
    ///
    /// - Throws: ``CommandRefusal`` where the new store is not empty, where the two differ, or
    ///   where the books are wrong.
    func run(
        then rest: (Database) async throws -> Void = { _ in }
    ) async throws -> Outcome {
        let database = try await target.openAlone(make: true, limits: .patient)
        do {
            let outcome = try await fill(database, then: rest)
            await database.close()
            return outcome
        } catch {
            await database.close()
            throw error
        }
    }

    private func fill(
        _ database: Database,
        then rest: (Database) async throws -> Void
    ) async throws -> Outcome {
        let census: StoreDigest
        do {
            census = try await Copying(of: Program.current.scheme) { table, rows in
                Out.progress("\(table): \(rows) rows")
            }
            .run(from: source, to: database)
        } catch Copying.Impossible.targetNotEmpty {
            throw CommandRefusal(
                sentence: """
                    The store \(target.shown) is not empty. Copy to a new file or a new database.
                    """
            )
        }
        Out.progress("Comparing")
        let written = try await StoreDigest.take(of: database, in: Program.current.scheme)
        let differences = written.differences(from: census)
        guard differences.isEmpty else {
            throw CommandRefusal(
                sentence: """
                    The copy differs in \(differences.joined(separator: ", ")). Do not use it; \
                    this is a fault of Commonhour.
                    """
            )
        }
        try await rest(database)
        return Outcome(census: census, findings: try await check(database))
    }

    /// Verifies the copy; the old store has the same rows.
    private func check(_ database: Database) async throws -> Findings {
        let findings = try await Verify(of: Program.current.scheme, progress: VerifyCommand.show)
            .run(on: database)
        Out.endProgress()
        guard findings.holds else {
            for line in findings.lines { Out.complain(line) }
            throw CommandRefusal(
                sentence: """
                    The copy is like the original, but the books do not hold, as above. Run \
                    commonhour verify on the old store.
                    """
            )
        }
        return findings
    }
}
