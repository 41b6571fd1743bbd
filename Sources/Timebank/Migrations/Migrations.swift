internal import Crypto
package import Store

/// The schema, as a list of migrations.
///
/// An older program compares the schema of a store with the migrations that it knows. It accepts
/// what an unknown migration may have added: tables, columns, checks, indexes, and policies on new
/// tables. It reports as tampering whatever runs by itself (triggers, views, rules, functions) and
/// new policies on existing tables. A migration that adds one of these must therefore raise
/// `oldestProgram` to its own number; so must one that gives the serving role more rights on an
/// append-only table.
package enum Schema {
    /// All migrations, oldest first.
    package static let steps: [Migration] = [
        .ground, .contact, .presenting, .presenters, .wallets, .horizon, .servers,
        .nets, .usage, .reach, .journalSeals, .days,
        .marks, .visibility, .tills,
    ]

    /// The schema that a store must have.
    package static let plan = Scheme.standard.plan

    /// Migrates a store to this schema.
    package static let migrator = migrator(of: steps)

    /// Migrates a store to the schema of the given migrations.
    ///
    /// The fingerprint of each is the first 16 bytes of a SHA-256 over its scripts, and must not
    /// change after a release.
    package static func migrator(of steps: [Migration]) -> Migrator {
        Migrator(steps) { script in
            var hash = SHA256()
            for text in [script.common, script.sqlite, script.postgres] {
                hash.update(data: Array(text.utf8))
                hash.update(data: [0])
            }
            return hash.finalize().prefix(16).map { String($0, radix: 16) }
                .joined(separator: ".")
        }
    }
}
