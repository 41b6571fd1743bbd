import RegexBuilder

/// Who writes the ledger's tables: `Desk.post` and its neighbours, and whoever carries all of a
/// store over to an empty one; nobody else.
enum LedgerTables {
    static let tables = ["account", "transfer", "rollup", "hold"]

    /// The one door, and the steps that make the tables.
    static let writers = [
        "Sources/Timebank/Accounts/", "Sources/Timebank/Migrations/", "Sources/Timebank/Copying/",
    ]

    static func writes(_ file: SourceFile) -> [Finding] {
        if file.isUnder(writers) { return [] }
        // A statement may be spread over lines, so all of them are read as one text.
        let text = file.strings.joined(separator: "\n")
        return text.matches(of: statement).map { match in
            let line = text[..<match.range.lowerBound].count { $0 == "\n" } + 1
            let words = match.output.split(whereSeparator: \.isWhitespace)
            return file.finding(line, words.joined(separator: " "))
        }
    }

    /// Made anew on each use, since a regular expression cannot be shared between tasks.
    private static var statement: Regex<Substring> {
        let names = /(?:account|transfer|rollup|hold)\b/
        return Regex {
            /(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|REPLACE\s+INTO|UPDATE|DELETE\s+FROM)\s+/
            names
        }
        .ignoresCase()
    }
}
