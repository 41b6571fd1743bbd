extension Part {
    /// A town to look around in.
    static let demo = Part("demo", operations: [MakeDemo.self])
}
