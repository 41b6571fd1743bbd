internal import Timebank

extension WebPart {
    /// The pages and API endpoints for members, guardians, relatives, cards and set-up codes.
    static let people = WebPart(
        "People",
        heading: "Members",
        calls: [MemberCalls(), GuardianCalls(), RelativeCalls(), HandoutCalls()],
        journeys: [
            OwnHoursJourney(), People(), PersonJourney(), ChangeMemberJourney(),
            GuardiansJourney(), RelativesJourney(), RolesJourney(), AddMemberJourney(),
            NoticesJourney(),
        ],
        templates: [.home, .people, .person],
        destinations: [
            Destination(
                .member,
                1,
                CommonText.navigationHome,
                Address.home,
                covering: [Address.network / "accounts", Address.network / "wards"]
            ),
            Destination(.coordinator, 2, CommonText.navigationPeople, Address.people),
            Destination(ofWards: Address.ward),
        ],
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
