extension Part {
    /// Gifts from one member to another, and out of the community pot.
    static let giving = Part(
        "Giving",
        operations: [Give.self, GrantFromPot.self],
        queries: [GiftPlanQuery.self],
        texts: [GivingText.self],
        refusals: [GivingRefusal.self]
    )
}
