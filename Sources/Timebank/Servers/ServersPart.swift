extension Part {
    /// The coordination of several servers on one store.
    static let servers = Part("Servers", tables: [.node, .duty, .usage])
}
