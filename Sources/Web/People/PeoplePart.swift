internal import Timebank

extension WebPart {
    /// Members, who acts for them, and what is done to a person.
    static let people = WebPart(
        "People",
        calls: [MemberCalls(), GuardianCalls(), RelativeCalls(), HandoutCalls()],
        journeys: [OwnHours(), People(), Relating(), Newcomers(), Telling()],
        schemas: [
            NamedSchema("Me", .object(Me.members)),
            NamedSchema("Member", .object(Member.members)),
            NamedSchema("MemberState", .object(MemberState.members)),
            NamedSchema("Guardian", .object(Guardian.members)),
            NamedSchema("Relative", .object(Relative.members)),
            NamedSchema("Roles", .object(Roles.members)),
            NamedSchema("Card", .object(ShownCard.members)),
            NamedSchema("Code", .object(HandedCode.members)),
            .list("MemberList", of: "MemberState"),
            .list("GuardianList", of: "Guardian"),
            .list("RelativeList", of: "Relative"),
        ]
    )
}
