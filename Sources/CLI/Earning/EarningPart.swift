extension CommandPart {
    /// What there is to do.
    static var earning: CommandPart {
        CommandPart(
            "Earning",
            verbs: [OpportunityCommand.self]
        )
    }
}
