extension Part {
    /// Files in and out: whole networks, and what other programs keep.
    static let exchange = Part(
        "Exchange",
        operations: [ImportRows.self],
        queries: [ExportNetwork.self]
    )
}
