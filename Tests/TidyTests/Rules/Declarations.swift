/// The types of a file, what each conforms to, and what a protocol asks for.
struct Declaration {
    let file: SourceFile
    let line: Int
    /// `struct`, `extension`, `protocol` and so on.
    let kind: String
    /// Without the names of the types around it.
    let name: String
    /// What stands after the colon.
    let parents: Set<String>
    /// The lines from the opening brace to the closing one.
    let lines: ClosedRange<Int>

    static func all(in file: SourceFile) -> [Declaration] {
        let pattern =
            #/
            \b(struct|enum|class|actor|extension|protocol)\s+
            ([\w.]+|\[.*?\])(?:<[^{]*?>)?\s*
            ([^{]*)\{
            /#
        let text = file.code.joined(separator: "\n")
        return text.matches(of: pattern).map { match in
            let first = text[..<match.range.upperBound].count { $0 == "\n" } + 1
            return Declaration(
                file: file,
                line: text[..<match.range.lowerBound].count { $0 == "\n" } + 1,
                kind: String(match.1),
                name: match.2.split(separator: ".").last.map(String.init) ?? String(match.2),
                parents: parents(in: match.3),
                lines: first...(first + linesInBraces(text[match.range.upperBound...]))
            )
        }
    }

    /// The names of the functions, properties and initialisers that a protocol asks for.
    var members: Set<String> {
        let text = file.code[(lines.lowerBound - 1)..<lines.upperBound].joined(separator: "\n")
        let names = text.matches(of: /\b(?:func|var)\s+(\w+)|\b(init|subscript)\b/)
        return Set(names.map { String($0.1 ?? $0.2 ?? "") })
    }

    private static func parents(in clause: Substring) -> Set<String> {
        guard clause.hasPrefix(":") else { return [] }
        let end = clause.firstRange(of: /\swhere\s/)?.lowerBound ?? clause.endIndex
        let names = clause[..<end].split { !$0.isLetter && !$0.isNumber }
        return Set(names.map(String.init))
    }

    /// How many line ends stand before the brace that closes what was opened before `text`.
    private static func linesInBraces(_ text: Substring) -> Int {
        var depth = 1
        var lines = 0
        for byte in text.utf8 {
            if byte == .newline { lines += 1 }
            if byte == UInt8(ascii: "{") { depth += 1 }
            if byte == UInt8(ascii: "}") { depth -= 1 }
            if depth == 0 { break }
        }
        return lines
    }
}
