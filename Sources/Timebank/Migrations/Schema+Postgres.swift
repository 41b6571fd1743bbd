internal import Store

extension Schema {
    /// The schema after all migrations as PostgreSQL describes it, one line for each object.
    ///
    /// A serving role without the right to create objects cannot derive it, so it is recorded in
    /// the source. `BlueprintTests` compares it with a new database.
    package static let recorded = [recordedTables, recordedChecks, recordedGuards]

    /// Parses the recorded lines.
    static func blueprint(of recorded: [String]) -> Blueprint {
        Blueprint(
            recorded.flatMap { text in
                text.split(separator: "\n").compactMap { line -> Blueprint.Part? in
                    let words = line.split(separator: " | ", maxSplits: 2).map(String.init)
                    return words.count == 3 ? .typed(words[0], words[1], words[2]) : nil
                }
            }
        )
    }
}
