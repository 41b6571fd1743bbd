package import Store

/// All parts of a program: its operations, queries, tables, texts, refusals and files.
///
/// It is built once at the start of the program, so that requests need no search.
package final class Scheme: Sendable {
    package let parts: [Part]
    /// All operations, in the order of the parts.
    package let operations: [any Operation.Type]
    /// All queries, in the order of the parts.
    package let queries: [any Query.Type]
    /// All tables, each after the tables to which its rows refer.
    package let tables: [Table]
    /// All texts that people read; first those that belong to no part.
    package let texts: [any Text.Type]
    /// All types of refusals; first those that belong to no part.
    package let refusals: [any Refusal.Type]

    /// The migrations that create the tables, oldest first.
    package let steps: [Migration]
    /// The recorded description of a PostgreSQL schema after these migrations.
    private let recorded: [String]
    /// The tables whose rows have marks in the journal.
    let marked: MarkedTables
    /// All kinds of file in import order, each after the kinds to which its rows refer.
    ///
    /// Kinds that are only exported come last.
    package let files: [FileKind]

    /// Combines parts into a scheme.
    ///
    /// - `steps`: the migrations that create the tables.
    /// - `recorded`: the recorded description of a PostgreSQL schema after these migrations.
    package init(
        _ parts: [Part],
        steps: [Migration] = Schema.steps,
        recorded: [String] = Schema.recorded
    ) {
        self.parts = parts
        self.steps = steps
        self.recorded = recorded
        operations = parts.flatMap(\.operations)
        queries = parts.flatMap(\.queries)
        tables = parts.flatMap(\.tables).inOrder
        texts = [CommonText.self, CalendarText.self] + parts.flatMap(\.texts)
        refusals =
            [AccessRefusal.self, RequestRefusal.self, FieldRefusal.self]
            + parts.flatMap(\.refusals)
        marked = MarkedTables(tables)
        files = parts.flatMap(\.files).inOrder
    }

    /// The scheme of the program, with all its parts.
    package static let standard = Scheme([
        .networks, .people, .organisations, .accounts, .earning, .spending, .giving, .signingIn,
        .books, .servers, .exchange, .demo,
    ])
}

extension Scheme {
    /// The schema that a store of this scheme should have.
    package var plan: Plan {
        Plan(
            steps: steps,
            onPostgres: Schema.blueprint(of: recorded),
            rights: Schema.rights(of: self)
        )
    }

    /// The migrator that updates a store to the schema of this scheme.
    package var migrator: Migrator { Schema.migrator(of: steps) }

    /// All texts by the name that templates use; a test checks that these names are unique.
    package var textsByName: [String: any Text] {
        let all = texts.flatMap { $0.allTexts }
        return Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The kinds of file that can be imported, in import order.
    package var importedFiles: [FileKind] { files.filter(\.isImported) }

    /// The kind of file with this name; nil if there is none that can be imported.
    package func importedFile(named name: String) -> FileKind? {
        files.first { $0.name == name && $0.isImported }
    }

    /// Errors in the declarations of the parts, as sentences; empty for a valid scheme.
    package var contradictions: [String] {
        parts.flatMap(\.files).contradictions + tables.markContradictions
    }

    /// The tables whose rows are part of a copy of the store, in the order of copying.
    package var copiedTables: [Table] { tables.filter { $0.copying == .whole } }

    /// What the serving role may do with each table, besides reading it, by table name.
    package var rights: [String: Set<Rights.Change>] {
        Dictionary(uniqueKeysWithValues: tables.map { ("\($0.name)", $0.rights) })
    }
}
