/// Where the addresses of pages come from: `Address`, and no text that a page puts together.
enum Addresses {
    static let foldersOfPages = ["Sources/Web/Pages/"]

    /// A path that is written out, or put together, and a way to go back that no browser sent.
    static func written(_ file: SourceFile) -> [Finding] {
        guard file.isUnder(foldersOfPages) else { return [] }
        return file.findings(of: /"\/[^"]|Href\(local:\s*"/, in: file.lines)
            .filter { file.code[$0.line - 1].contains { !$0.isWhitespace } }
    }
}
