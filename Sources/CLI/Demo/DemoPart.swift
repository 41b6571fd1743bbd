extension CommandPart {
    /// A town to look around in.
    static var demo: CommandPart {
        CommandPart(
            "Demo",
            verbs: [Demo.self]
        )
    }
}
