/// One Swift file, and the three things that its text is made of.
struct SourceFile: Sendable {
    /// From the root of the repository, such as `Sources/Ledger/Minutes.swift`.
    let path: String
    /// As people see them.
    let lines: [String]
    /// The same lines with comments, and what stands between quotes, blanked out.
    let code: [String]
    /// The same lines with everything but what stands between quotes blanked out.
    let strings: [String]

    init(path: String, text: String) {
        let parts = Lexer.parts(of: text)
        self.path = path
        lines = Self.split(text)
        code = Self.split(parts.code)
        strings = Self.split(parts.strings)
    }

    /// The folder under `Sources` that the file belongs to.
    var target: String {
        let folders = path.split(separator: "/")
        return folders.count > 2 && folders[0] == "Sources" ? String(folders[1]) : ""
    }

    /// The name without its folders.
    var name: String { path.split(separator: "/").last.map(String.init) ?? path }

    func isUnder(_ folders: [String]) -> Bool {
        folders.contains { path.hasPrefix($0) }
    }

    /// A finding in this file.
    func finding(_ line: Int, _ what: String) -> Finding {
        Finding(path: path, line: line, what: what)
    }

    /// A finding for each line of `text` (one of the parts above) in which the pattern occurs.
    func findings(of pattern: Regex<Substring>, in text: [String]) -> [Finding] {
        text.indices.compactMap { index in
            text[index].firstMatch(of: pattern).map { finding(index + 1, "\($0.output)") }
        }
    }

    private static func split(_ text: String) -> [String] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        return lines
    }
}

/// A place where a rule is broken, in the form that editors can jump to.
struct Finding: Hashable, Sendable, CustomStringConvertible {
    let path: String
    let line: Int
    let what: String

    var description: String { "\(path):\(line): \(what)" }
}
