internal import Store

extension Schema {
    /// What PostgreSQL says of a database after all steps.
    ///
    /// The role that serves makes nothing itself and cannot find out, so it is recorded;
    /// `BlueprintTests` compares it with a new database.
    static let onPostgres = Blueprint(
        [recordedTables, recordedChecks, recordedGuards].flatMap { text in
            text.split(separator: "\n").compactMap { line -> Blueprint.Part? in
                let words = line.split(separator: " | ", maxSplits: 2).map(String.init)
                return words.count == 3 ? .typed(words[0], words[1], words[2]) : nil
            }
        }
    )
}
