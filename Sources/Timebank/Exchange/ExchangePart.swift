extension Part {
    /// Import and export of files, including those of other programs.
    static let exchange = Part(
        "Exchange",
        operations: [ImportRows.self],
        queries: [ExportNetwork.self]
    )
}
