extension Part {
    /// The journal and the seals, which prove that recorded rows were not changed.
    static let books = Part(
        "Books",
        operations: [SealBooks.self, MarkRows.self, ForgetRequests.self],
        tables: [.journal, .request, .seal, .journalSeal, .signer],
        files: [.journal, .seals, .journalSeals]
    )
}
