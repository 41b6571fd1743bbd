/// Words that do not occur in `Sources`.
///
/// Time, ids and randomness are arguments; a fault is thrown; a task has an owner who waits for
/// it; only the command line speaks to a terminal.
enum Words {
    /// The one place where each kind of ambient thing enters the program, to be handed on.
    static let filesThatMayDrawRandomness = ["Sources/CLI/Randomness.swift"]
    static let filesThatMayReadTheClock = ["Sources/CLI/Clock.swift"]
    static let foldersThatMayPrint = ["Sources/CLI/"]

    static func crashes(_ file: SourceFile) -> [Finding] {
        file.findings(of: /\btry!|\bas!|\bfatalError\b/, in: file.code)
    }

    static func looseTasks(_ file: SourceFile) -> [Finding] {
        file.findings(of: /\bTask\s*[({]|\bTask\.(?:detached|init)\b/, in: file.code)
    }

    static func ambientTime(_ file: SourceFile) -> [Finding] {
        if file.isUnder(filesThatMayReadTheClock) { return [] }
        return file.findings(
            of: /\bDate\(\)|\b(?:Date|SystemClock|ContinuousClock|SuspendingClock)(?:\(\))?\.now\b/,
            in: file.code
        )
    }

    static func ambientRandomness(_ file: SourceFile) -> [Finding] {
        if file.isUnder(filesThatMayDrawRandomness) { return [] }
        return file.findings(
            of: /\bUUID\(\)|\bSystemRandomNumberGenerator\b|\.(?:random|randomElement|shuffled?)\(/,
            in: file.code
        )
        .filter { !file.code[$0.line - 1].contains("using:") }
    }

    /// Only what is public is compiled into its callers, and only there is that worth it.
    static let foldersThatMayBePublic = ["Sources/Ledger/", "Sources/Store/"]

    static func isPublic(_ file: SourceFile) -> [Finding] {
        if file.isUnder(foldersThatMayBePublic) { return [] }
        return file.findings(of: /^\s*(?:@\w+\s+)*public\s+(?!import\b)/, in: file.code)
    }

    static func prints(_ file: SourceFile) -> [Finding] {
        if file.isUnder(foldersThatMayPrint) { return [] }
        return file.findings(of: /\b(?:debugPrint|print|dump)\(/, in: file.code)
            .filter { !file.code[$0.line - 1].contains(/(?:\.|func )(?:debugPrint|print|dump)\(/) }
    }
}
