extension Part {
    /// The journal and the seals, by which anybody can tell that nothing was changed.
    static let books = Part(
        "Books",
        operations: [SealBooks.self, MarkRows.self, ForgetRequests.self],
        tables: [.journal, .request, .seal, .journalSeal, .signer],
        files: [.journal, .seals, .journalSeals]
    )
}
