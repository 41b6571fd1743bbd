extension WebPart {
    /// Gifts from one member to another.
    static let giving = WebPart(
        "Giving",
        journeys: [GivingHours()]
    )
}
