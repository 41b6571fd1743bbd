package import Store

/// All parts together: what a program with these parts can do, and what its store holds.
///
/// Made once at the start; nothing here is looked up for a request.
package final class Scheme: Sendable {
    package let parts: [Part]
    /// All operations, in the order of the parts.
    package let operations: [any Operation.Type]
    /// All queries, in the order of the parts.
    package let queries: [any Query.Type]
    /// All tables, each after those that its rows name.
    package let tables: [Table]
    /// What people read, those of no part first.
    package let texts: [any Text.Type]
    /// All that says no, those of no part first.
    package let refusals: [any Refusal.Type]

    /// What makes the tables, oldest first.
    package let steps: [Migration]
    /// What PostgreSQL says of a database after these steps.
    private let recorded: [String]
    /// The tables of which the journal has marks.
    let marked: MarkedTables
    /// All kinds of file in the order in which they are imported, each after those whose rows it
    /// names; at the end those that are only exported.
    package let files: [FileKind]

    /// A scheme of some parts.
    ///
    /// - steps: What makes their tables.
    /// - recorded: What PostgreSQL says of a database after these steps.
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

    /// The scheme that the program runs.
    package static let standard = Scheme([
        .networks, .people, .organisations, .accounts, .earning, .spending, .giving, .signingIn,
        .books, .servers, .exchange, .demo,
    ])
}

extension Scheme {
    /// What a store of the scheme should be made of.
    package var plan: Plan {
        Plan(
            steps: steps,
            onPostgres: Schema.blueprint(of: recorded),
            rights: Schema.rights(of: self)
        )
    }

    /// What brings a store to the schema of the scheme.
    package var migrator: Migrator { Schema.migrator(of: steps) }

    /// Every text by the name that templates know it by; a test holds that no two have one name.
    package var textsByName: [String: any Text] {
        let all = texts.flatMap { $0.allTexts }
        return Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The kinds of file that can be imported, in the order in which they are.
    package var importedFiles: [FileKind] { files.filter(\.isImported) }

    /// The kind of file that is imported under this name; nil where there is none.
    package func importedFile(named name: String) -> FileKind? {
        files.first { $0.name == name && $0.isImported }
    }

    /// What parts say that cannot be so together; nothing of any scheme that is used.
    package var contradictions: [String] {
        parts.flatMap(\.files).contradictions + tables.markContradictions
    }

    /// The tables whose rows a copy of the store has, in the order in which they are copied.
    package var copiedTables: [Table] { tables.filter { $0.copying == .whole } }

    /// What the role that serves may do with each table besides reading it.
    package var rights: [String: Set<Rights.Change>] {
        Dictionary(uniqueKeysWithValues: tables.map { ("\($0.name)", $0.rights) })
    }
}
