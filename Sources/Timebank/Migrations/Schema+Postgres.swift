internal import Store

extension Schema {
    /// What PostgreSQL says of a database after all steps, a line for each thing.
    ///
    /// The role that serves makes nothing itself and cannot find out, so it is recorded;
    /// `BlueprintTests` compares it with a new database.
    package static let recorded = [recordedTables, recordedChecks, recordedGuards]

    /// What was recorded, taken apart.
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
