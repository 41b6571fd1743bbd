/// A part of the scheme: everything that it adds to the program, in one list.
///
/// Whatever works on all operations, queries, tables or files reads the lists of the parts and
/// names none of them, so a new part is one value here and one line in ``Scheme/standard``.
package struct Part: Sendable {
    /// What it is called, such as `Spending`: the folder in each storey that has its code.
    package let name: String
    /// Everything that changes something.
    package let operations: [any Operation.Type]
    /// Everything that only asks.
    package let queries: [any Query.Type]
    package let tables: [Table]
    /// The kinds of file in which what it has goes out and comes in.
    package let files: [FileKind]
    /// What people read about it.
    package let texts: [any Text.Type]
    /// How it says no.
    package let refusals: [any Refusal.Type]

    /// A part with what it adds.
    package init(
        _ name: String,
        operations: [any Operation.Type] = [],
        queries: [any Query.Type] = [],
        tables: [Table] = [],
        files: [FileKind] = [],
        texts: [any Text.Type] = [],
        refusals: [any Refusal.Type] = []
    ) {
        self.name = name
        self.operations = operations
        self.queries = queries
        self.tables = tables
        self.files = files
        self.texts = texts
        self.refusals = refusals
    }
}
