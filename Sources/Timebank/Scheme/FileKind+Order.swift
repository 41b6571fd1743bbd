extension [FileKind] {
    /// The kinds in import order, each after the kinds to which its rows refer.
    ///
    /// Kinds that are only exported come last.
    var inOrder: [FileKind] {
        var ordered: [FileKind] = []
        var seen: Set<String> = []
        func visit(_ kind: FileKind) {
            guard seen.insert(kind.name).inserted else { return }
            for name in kind.after {
                if let next = first(where: { $0.name == name && $0.isImported }) { visit(next) }
            }
            ordered.append(kind)
        }
        filter(\.isImported).forEach(visit)
        return ordered + filter { !$0.isImported }
    }

    /// Errors in the declarations, as sentences; empty if there are none.
    ///
    /// Reports kinds with equal names, dependencies on a kind that is not imported, and cycles.
    var contradictions: [String] {
        var found: [String] = []
        var earlier: Set<String> = []
        for kind in inOrder {
            for name in kind.after where !earlier.contains(name) {
                let isThere = contains { $0.name == name && $0.isImported }
                let why =
                    isThere
                    ? name == kind.name ? "itself" : "\(name), and that after it"
                    : "\(name), which is not imported"
                found.append("\(kind) is to be imported after \(why)")
            }
            earlier.insert(kind.name)
        }
        let names = Dictionary(grouping: self, by: \.name)
        for (name, kinds) in names.sorted(by: { $0.key < $1.key }) where kinds.count > 1 {
            found.append("\(kinds.count) kinds of file are called \(name)")
        }
        return found
    }
}
