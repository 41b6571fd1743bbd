/// What the parts of the scheme list: every operation and every query stands in one of them.
///
/// The access table and the hand-over to a running server are made from those lists, so a type that
/// is in none would be one whose access nobody has looked at.
enum Registry {
    /// How the files end that list what a part adds.
    static let ending = "Part.swift"

    static func missing(in files: [SourceFile]) -> [Finding] {
        let lists = files.filter { $0.target == "Timebank" && $0.path.hasSuffix(ending) }
        let list = lists.flatMap(\.code).joined(separator: "\n")
        let listed = Set(list.matches(of: /(\w+)(?:<[\w.]+>)?\.self\b/).map { String($0.1) })
        return conforming(in: files)
            .filter { !listed.contains($0.name) }
            .map { $0.file.finding($0.line, "\($0.name).self is in no part of the scheme") }
    }

    /// The types that conform to `Operation` or `Query`, or to a protocol that refines one.
    static func conforming(in files: [SourceFile]) -> [Declaration] {
        let all = files.filter { $0.target == "Timebank" }.flatMap(Declaration.all)
        var protocols: Set<String> = ["Operation", "Query"]
        var before = 0
        while before != protocols.count {
            before = protocols.count
            for one in all where one.kind == "protocol" && !one.parents.isDisjoint(with: protocols)
            {
                protocols.insert(one.name)
            }
        }
        return all.filter { $0.kind != "protocol" && !$0.parents.isDisjoint(with: protocols) }
    }
}
