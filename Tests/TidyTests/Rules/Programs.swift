/// Which program runs: a command asks `Program.current`, and never takes for granted that it is the
/// one that is delivered.
enum Programs {
    /// Where the delivered program is put together.
    static let files = ["Sources/CLI/Program.swift"]

    static func assumed(_ file: SourceFile) -> [Finding] {
        guard file.isUnder(["Sources/CLI/"]), !file.isUnder(files) else { return [] }
        let pattern =
            #/
            \b(?:Scheme|WebPart|CommandPart|Program)\.standard
            | \bSchema\.(?:plan|migrator|steps)
            /#
        return file.findings(of: pattern, in: file.code)
    }
}
