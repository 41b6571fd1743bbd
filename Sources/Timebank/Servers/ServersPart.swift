extension Part {
    /// What several servers on one store agree on.
    static let servers = Part("servers", tables: [.node, .duty, .usage])
}
