/// What a part is called stands in the part: its operations, queries, tables and texts are named in
/// its own folders, in those of other parts and of migrations, and in the lists of the parts.
///
/// A mechanism, or what lies at the root of a storey, works on whatever the parts list.
enum PartNames {
    /// Where a part is hung in, or its tables are made.
    static let lists = [
        "Sources/Timebank/Scheme/Scheme.swift", "Sources/Web/Parts/", "Sources/CLI/Parts/",
        "Sources/Timebank/Migrations/",
    ]

    /// Files and folders that name a part nevertheless, and why.
    static let exceptions: [String: String] = [
        "Sources/Timebank/Copying/Copying.swift":
            "a copy goes only into a store in which nobody is",
        "Sources/Timebank/Operation/Access.swift":
            "rules of access are about these three roles",
        "Sources/Timebank/Operation/Actor.swift":
            "who asks is found in one statement before every operation",
        "Sources/Timebank/Operation/Bank+Health.swift":
            "whether changes go through is tried on a row of its own",
        "Sources/Timebank/Operation/Request.swift":
            "the key of a request is written with the change itself",
        "Sources/Web/API/Endpoint.swift":
            "whether somebody may ask at all is asked before how they wrote it",
        "Sources/Web/Pages/Values/":
            "values of pages that have not been moved to their parts yet",
        "Sources/Web/Pages/Visiting/Visit+Frame.swift":
            "the way about and what was done to somebody stand around every page",
        "Sources/Web/Pages/Visiting/Visit+Showing.swift":
            "who is lost is led to the networks",
    ]

    /// A name of a part, and the part whose it is.
    struct Name {
        let text: String
        /// Whether it is a table, which statements name and code does not.
        let isTable: Bool
    }

    /// What the parts call their operations, queries, tables and texts.
    static func all(in files: [SourceFile]) -> [Name] {
        let parts = Rooms.parts(in: files)
        let owned = files.filter { file in
            let path = file.path.split(separator: "/")
            return path.count > 3 && path[1] == "Timebank" && parts.contains(String(path[2]))
        }
        let paths = Set(owned.map(\.path))
        let asked = Registry.conforming(in: files).filter { paths.contains($0.file.path) }
        let texts = owned.flatMap(Declaration.all).filter { $0.parents.contains("Text") }
        let tables = owned.flatMap { file in
            file.lines.joined(separator: "\n").matches(of: /\bTable\(\s*"(\w+)"/)
                .map { Name(text: String($0.1), isTable: true) }
        }
        return (asked + texts).map { Name(text: $0.name, isTable: false) } + tables
    }

    /// Where a mechanism names a part, exceptions too.
    static func named(in files: [SourceFile]) -> [Finding] {
        let names = all(in: files)
        let types = Set(names.filter { !$0.isTable }.map(\.text))
        let tables = Set(names.filter(\.isTable).map(\.text))
        return files.filter { isMechanism($0) && !$0.isUnder(lists) }.flatMap { file in
            let words = file.code.indices.flatMap { index in
                file.code[index].matches(of: /\w+/).map { (index + 1, String($0.output)) }
            }
            .filter { types.contains($0.1) }
            let text = file.strings.joined(separator: "\n")
            let statements = text.matches(of: /\b(?:FROM|JOIN|INTO|UPDATE)\s+(\w+)/)
                .filter { tables.contains(String($0.1)) }
                .map { match in
                    (text[..<match.range.lowerBound].count { $0 == "\n" } + 1, String(match.1))
                }
            return (words + statements).map { file.finding($0.0, $0.1) }
        }
    }

    /// Where a mechanism names a part and has no reason to.
    static func leaked(in files: [SourceFile]) -> [Finding] {
        let paths = Array(exceptions.keys)
        return named(in: files).filter { finding in
            !paths.contains { finding.path.hasPrefix($0) }
        }
    }

    /// Whether a file is a mechanism's, or lies at the root of a storey.
    private static func isMechanism(_ file: SourceFile) -> Bool {
        let path = file.path.split(separator: "/").map(String.init)
        guard path.count > 2, path[0] == "Sources", let folders = Rooms.mechanisms[path[1]]
        else { return false }
        return path.count == 3 || folders.contains(path[2])
    }
}
