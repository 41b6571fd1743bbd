internal import Crypto
package import Store

/// The schema, step by step.
///
/// A program that is older than a store compares its schema with the steps that it knows, and lets
/// pass what a step added that it does not know: tables, columns, checks, indexes, and policies on
/// new tables. Whatever acts by itself (a trigger, a view, a rule, a function), and a policy on a
/// table that was there before, it takes for somebody's tampering. So a step that makes one of
/// these names itself as its oldest program; so does one that lets the role that serves do more
/// with a table to which rows are only added.
package enum Schema {
    /// Every step, oldest first.
    package static let steps: [Migration] = [
        .ground, .contact, .presenting, .presenters, .wallets, .horizon, .servers,
        .nets, .usage, .reach, .journalSeals, .days,
        .marks,
    ]

    /// What a store should be made of.
    package static let plan = Scheme.standard.plan

    /// What brings a store to this schema.
    package static let migrator = migrator(of: steps)

    /// What brings a store to the schema of some steps.
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
