extension Refusal {
    /// What to tell an English reader, until the catalogue says it in theirs.
    package var sentence: String { code }
}
