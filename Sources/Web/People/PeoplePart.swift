internal import Timebank

extension WebPart {
    /// The pages and API endpoints for members, guardians, relatives, cards and set-up codes.
    static let people = WebPart(
        "People",
        heading: "Members",
        calls: [MemberCalls(), GuardianCalls(), RelativeCalls(), HandoutCalls()],
        journeys: [
            OwnHoursJourney(), People(), RelativesJourney(), AddMemberJourney(), NoticesJourney(),
        ],
        templates: [.home],
        schemas: [
            .one(Me.self),
            .one(Member.self),
            .one(MemberState.self),
            .one(Guardian.self),
            .one(Relative.self),
            .one(Roles.self),
            .one(ShownCard.self),
            .one(HandedCode.self),
            .stretch(of: MemberState.self),
            .stretch(of: Guardian.self),
            .stretch(of: Relative.self),
        ]
    )
}
