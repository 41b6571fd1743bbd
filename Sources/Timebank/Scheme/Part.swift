/// A part of the scheme, such as earning or spending, with everything that it adds.
///
/// Code for all operations, queries, tables or files reads these lists and names no part. A new
/// part therefore needs one value of this type and one line in ``Scheme/standard``.
package struct Part: Sendable {
    /// The name, such as `Spending`, which is also the name of its folder in each target.
    package let name: String
    /// The operations, which change data.
    package let operations: [any Operation.Type]
    /// The queries, which only read.
    package let queries: [any Query.Type]
    package let tables: [Table]
    /// The kinds of file in which its data is exported and imported.
    package let files: [FileKind]
    /// The texts that its pages and messages show.
    package let texts: [any Text.Type]
    /// The refusals that its operations and queries throw.
    package let refusals: [any Refusal.Type]

    /// Declares a part.
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
