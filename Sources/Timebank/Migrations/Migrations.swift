internal import Crypto
package import Store

/// The schema, step by step.
package enum Schema {
    /// Every step, oldest first.
    package static let steps: [Migration] = [
        .ground, .contact, .presenting, .presenters, .wallets, .horizon, .servers,
        .nets, .usage, .reach,
    ]

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
