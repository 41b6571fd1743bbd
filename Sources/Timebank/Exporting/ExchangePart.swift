extension Part {
    /// Files in and out: whole networks, and what other programs keep.
    static let exchange = Part(
        "exchange",
        operations: [ImportRows.self],
        queries: [ExportNetwork.self]
    )
}
