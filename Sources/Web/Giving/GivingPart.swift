extension WebPart {
    /// The pages for gifts from one member to another.
    static let giving = WebPart(
        "Giving",
        journeys: [GiveJourney()]
    )
}
