/// Who may import whom: the diagram in ARCHITECTURE.md.
enum Imports {
    /// Our own targets that each of them may import.
    static let ours: [String: Set<String>] = [
        "Ledger": [],
        "Store": [],
        "Drawing": [],
        "Insight": ["Ledger"],
        "Lab": ["Insight", "Ledger", "Drawing"],
        "SQLiteStore": ["Store"],
        "PostgresStore": ["Store", "CLibpq"],
        "Timebank": ["Store", "Insight", "Ledger"],
        "Web": ["Timebank", "Insight", "Ledger", "Drawing"],
        "Main": ["CLI"],
        "CLI": [
            "Web", "Timebank", "Lab", "Insight", "SQLiteStore", "PostgresStore", "Store", "Ledger",
            "Drawing",
        ],
    ]

    /// What comes from outside, for each of them.
    static let outside: [String: Set<String>] = [
        "Ledger": ["Crypto"],
        "SQLiteStore": ["CSQLite", "GRDB", "GRDBSQLite", "Glibc"],
        // Glibc to wait for an answer with a limit.
        "PostgresStore": ["NIOPosix", "Glibc"],
        // Glibc for the threads of its own on which passwords are hashed.
        "Timebank": [
            "Crypto", "CryptoExtras", "FoundationEssentials", "FoundationInternationalization",
            "Glibc",
        ],
        "Web": [
            "Hummingbird", "HummingbirdCore", "HTTPTypes", "Mustache", "NIOCore", "NIOHTTP1",
            "Logging", "Metrics", "ServiceLifecycle", "CZlib", "Glibc",
        ],
        // CMalloc for how the server keeps freed memory.
        "CLI": [
            "ArgumentParser", "Logging", "ServiceLifecycle", "UnixSignals", "Glibc", "CMalloc",
        ],
    ]

    /// Part of the language, for whoever needs it.
    static let everywhere: Set<String> = ["Swift", "Synchronization"]

    static func outsideTheDiagram(_ file: SourceFile) -> [Finding] {
        guard let allowed = ours[file.target] else {
            return [file.finding(1, "\(file.target) is not in the diagram")]
        }
        let all = allowed.union(outside[file.target] ?? []).union(everywhere)
        return imports(of: file)
            .filter { !all.contains($0.module) }
            .map { file.finding($0.line, "import \($0.module)") }
    }

    /// Rooms of ours that a room among these imports and that do not stand among them.
    static func missing(from rooms: Set<String>, of all: Set<String>) -> (SourceFile) -> [Finding] {
        { file in
            guard rooms.contains(file.target) else { return [] }
            return imports(of: file)
                .filter { all.contains($0.module) && !rooms.contains($0.module) }
                .map { file.finding($0.line, "\($0.module) is not linked") }
        }
    }

    private static func imports(of file: SourceFile) -> [(line: Int, module: String)] {
        file.code.indices.compactMap { index in
            let line = file.code[index]
            // A quick look first; few lines have the word.
            guard line.contains("import") else { return nil }
            let pattern =
                /^(?:.*\s)?import\s+(?:(?:struct|class|enum|protocol|func|var|let)\s+)?(\w+)/
            return line.firstMatch(of: pattern).map { (index + 1, String($0.1)) }
        }
    }
}
