/// The one list of operations and queries: every type that conforms stands in it.
///
/// The access table and the hand-over to a running server are made from that list, so a type that
/// is not in it would be one whose access nobody has looked at.
enum Registry {
    static let path = "Sources/Timebank/Operation/Registry.swift"

    static func missing(in files: [SourceFile]) -> [Finding] {
        let list = files.first { $0.path == path }?.code.joined(separator: "\n") ?? ""
        let listed = Set(list.matches(of: /(\w+)\.self\b/).map { String($0.1) })
        return conforming(in: files)
            .filter { !listed.contains($0.name) }
            .map { $0.file.finding($0.line, "\($0.name).self is not in \(path)") }
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
