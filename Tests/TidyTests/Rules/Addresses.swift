/// Where the addresses of pages come from: `Address`, and no text that a page puts together.
enum Addresses {
    /// What is no page: the mechanism of addresses, the API and the server.
    static let foldersWithoutPages = ["Rendering", "API", "Server", "Parts", "Navigation"].map {
        "Sources/Web/\($0)/"
    }

    /// A path that is written out, or put together, and a way to go back that no browser sent.
    static func written(_ file: SourceFile) -> [Finding] {
        guard file.isUnder(["Sources/Web/"]), !file.isUnder(foldersWithoutPages),
            !file.path.contains(/\/(Address|Routes)\+\w+\.swift$/)
        else { return [] }
        return file.findings(of: /"\/[^"]|Href\(local:\s*"/, in: file.lines)
            .filter { file.code[$0.line - 1].contains { !$0.isWhitespace } }
    }
}
