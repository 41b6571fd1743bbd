extension CommandPart {
    /// Members, and how they come in.
    static var people: CommandPart {
        CommandPart(
            "People",
            verbs: [PersonCommand.self]
        )
    }
}
