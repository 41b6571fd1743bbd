extension Part {
    /// What several servers on one store agree on.
    static let servers = Part("Servers", tables: [.node, .duty, .usage])
}
