extension CommandPart {
    /// Networks and their rules.
    static var networks: CommandPart {
        CommandPart(
            "Networks",
            verbs: [NetworkCommand.self]
        )
    }
}
