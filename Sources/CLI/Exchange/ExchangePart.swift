extension CommandPart {
    /// Files in and out.
    static var exchange: CommandPart {
        CommandPart(
            "Exchange",
            verbs: [ImportCommand.self, ExportCommand.self]
        )
    }
}
