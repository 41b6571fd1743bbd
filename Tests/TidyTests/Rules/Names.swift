/// Names that say nothing, for files and for types.
enum Names {
    static func empty(_ file: SourceFile) -> [Finding] {
        let isEmpty = file.name.contains(/Utils|Utilities|Helper|Manager/)
        let types = file.findings(
            of: /\b(?:struct|enum|class|actor|protocol)\s+\w*(?:Manager|Helpers?|Utils?|Service)\b/,
            in: file.code
        )
        return isEmpty ? [file.finding(1, file.name)] + types : types
    }
}
