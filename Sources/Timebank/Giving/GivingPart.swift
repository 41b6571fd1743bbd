extension Part {
    /// Gifts between members and to the pot, and grants from the pot.
    static let giving = Part(
        "Giving",
        operations: [Give.self, GrantFromPot.self],
        queries: [GiftPreviewQuery.self],
        texts: [GivingText.self, PotText.self],
        refusals: [GivingRefusal.self]
    )
}
