/// How long files, lines and functions may be.
enum Length {
    static let fileLinesMax = 400
    static let columnsMax = 100
    static let functionLinesMax = 50

    /// Where lines hold the sentences of the catalogue, which translators keep in one piece.
    static let folderOfTexts = "/Texts/"

    static func longFiles(_ file: SourceFile) -> [Finding] {
        let count = file.lines.count
        return count <= fileLinesMax ? [] : [file.finding(fileLinesMax + 1, "\(count) lines")]
    }

    /// A comment that holds an address may be longer, since an address cannot be wrapped.
    static func longLines(_ file: SourceFile) -> [Finding] {
        file.lines.indices.compactMap { index in
            let line = file.lines[index]
            // Bytes first: counting characters is slow, and there are never more of them.
            guard line.utf8.count > columnsMax, line.count > columnsMax else { return nil }
            let isComment = file.code[index].allSatisfy(\.isWhitespace)
            if isComment, line.contains("://") { return nil }
            if file.path.contains(folderOfTexts), file.strings[index].contains(/\w/) { return nil }
            return file.finding(index + 1, "\(line.count) columns")
        }
    }

    /// The body is counted, from its opening brace to its closing one; a signature may be long.
    static func longFunctions(_ file: SourceFile) -> [Finding] {
        if file.path.contains(folderOfTexts) { return [] }
        return Functions.bodies(in: file).compactMap { body in
            guard body.lines.count > functionLinesMax else { return nil }
            return file.finding(body.declared, "\(body.name) has \(body.lines.count) lines")
        }
    }
}
