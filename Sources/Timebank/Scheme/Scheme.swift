package import Store

/// All parts together: what a program with these parts can do, and what its store holds.
///
/// Made once at the start; nothing here is looked up for a request.
package struct Scheme: Sendable {
    package let parts: [Part]
    /// All operations, in the order of the parts.
    package let operations: [any Operation.Type]
    /// All queries, in the order of the parts.
    package let queries: [any Query.Type]
    /// All tables, each after those that its rows name.
    package let tables: [Table]
    /// The tables of which the journal has marks.
    let marked: MarkedTables
    /// All kinds of file in the order in which they are imported, each after those whose rows it
    /// names; at the end those that are only exported.
    package let files: [FileKind]

    /// A scheme of some parts.
    package init(_ parts: [Part]) {
        self.parts = parts
        operations = parts.flatMap(\.operations)
        queries = parts.flatMap(\.queries)
        tables = parts.flatMap(\.tables).inOrder
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
