extension Part {
    /// A town to look around in.
    static let demo = Part("Demo", operations: [MakeDemo.self])
}
