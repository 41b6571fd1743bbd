internal import Timebank

extension WebPart {
    /// The pages for gifts from one member to another.
    static let giving = WebPart(
        "Giving",
        journeys: [GiveJourney(), PotJourney()],
        destinations: [
            Destination(
                .member,
                4,
                CommonText.navigationGive,
                Address.give,
                covering: [Address.network / "given"]
            )
        ]
    )
}
