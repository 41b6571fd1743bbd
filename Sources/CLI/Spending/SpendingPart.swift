extension CommandPart {
    /// What there is to enjoy.
    static var spending: CommandPart {
        CommandPart(
            "Spending",
            verbs: [OfferCommand.self]
        )
    }
}
