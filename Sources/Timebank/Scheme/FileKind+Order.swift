extension [FileKind] {
    /// The same in the order in which they are imported, each after those whose rows it names; at
    /// the end what is only exported.
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

    /// What cannot be so: two kinds of one name, a kind after one that is not imported, a circle.
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
