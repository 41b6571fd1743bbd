import RegexBuilder

/// Which declarations say what they are: all that other targets may use.
///
/// A stored property need not where its name does, nor a member that answers a protocol, since
/// the protocol says it already.
enum Documentation {
    /// What the protocols of the language, of the packages we use and of every part ask for.
    static let answers: Set<String> = [
        "english", "polish", "facts", "field", "wait", "body", "configuration", "customMirror",
        "debugDescription", "description", "encode",
        "hash", "ID", "next", "rawValue", "zero",
    ]

    static func undocumented(in files: [SourceFile]) -> [Finding] {
        let declared = files.map(Declaration.all)
        let asked = declared.joined().reduce(into: [:] as [String: Set<String>]) { asked, one in
            if one.kind == "protocol" { asked[one.name, default: []].formUnion(one.members) }
        }
        return zip(files, declared).flatMap { file, types in
            undocumented(file) { line, name in
                let around = types.filter { $0.lines.contains(line) }
                return around.contains { type in
                    type.parents.contains { asked[$0]?.contains(name) ?? false }
                }
            }
        }
    }

    private static func undocumented(
        _ file: SourceFile,
        isAsked: (_ line: Int, _ name: String) -> Bool
    ) -> [Finding] {
        file.code.indices.compactMap { index in
            // A quick look first; the pattern is slow.
            let line = file.code[index]
            guard line.contains("package ") || line.contains("public ") else { return nil }
            guard let name = declaredName(in: line), !isAnswer(name) else { return nil }
            // A field has its meaning in it.
            if file.path.hasSuffix("+Fields.swift"), line.contains("static let") { return nil }
            if isDocumented(file, index) || isAsked(index + 1, name) { return nil }
            return file.finding(index + 1, "\(name) has no ///")
        }
    }

    /// What a line declares for other targets to use; `nil` for an import or a stored property.
    private static func declaredName(in line: String) -> String? {
        let pattern = Regex {
            /^\s*(?:@\w+(?:\([^)]*\))?\s+|[a-z]+(?:\([a-z]+\))?\s+)*?(?:package|public)\s+/
            Capture { /(?:[a-z]+(?:\([a-z]+\))?\s+)*?/ }
            Capture {
                /(?:actor|class|enum|func|init|let|protocol|struct|subscript|typealias|var)\b/
            }
            Capture { /[?!]?\s*[^\s(:<{,]*(?:\(\w+)?/ }
        }
        guard let match = line.firstMatch(of: pattern) else { return nil }
        let isStored = match.2 == "let" || match.2 == "var" && !line.contains("{")
        if isStored, !match.1.contains("static") { return nil }
        let rest = match.3.drop { $0 == " " }
        return match.2 == "init" ? "init" + rest : String(rest.prefix { $0 != "(" })
    }

    private static func isAnswer(_ name: String) -> Bool {
        let isOperator = name.allSatisfy { !$0.isLetter && !$0.isNumber && $0 != "_" }
        // `init(from:)` of Decodable and `init?(_:)` of LosslessStringConvertible.
        let isInitializer = name == "init(from" || name == "init?(_"
        return isOperator || isInitializer || answers.contains(name)
    }

    /// Whether a `///` stands above, with nothing but attributes between.
    private static func isDocumented(_ file: SourceFile, _ index: Int) -> Bool {
        for above in file.lines[..<index].reversed() {
            let line = above.drop { $0 == " " }
            if line.hasPrefix("///") { return true }
            guard line.hasPrefix("@") || line.hasPrefix("// swift-format-ignore") else {
                return false
            }
        }
        return false
    }
}
