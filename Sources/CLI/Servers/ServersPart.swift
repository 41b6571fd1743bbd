extension CommandPart {
    /// Serving, on one machine or several.
    static var servers: CommandPart {
        CommandPart(
            "Servers",
            verbs: [Serve.self]
        )
    }
}
