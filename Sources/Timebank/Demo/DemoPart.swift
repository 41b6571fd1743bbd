extension Part {
    /// A demo network to look around in.
    static let demo = Part("Demo", operations: [MakeDemo.self])
}
