internal import Timebank

extension WebPart {
    /// Networks, their rules, and who coordinates and funds them.
    static let networks = WebPart(
        "Networks",
        calls: [NetworkCalls(), PolicyCalls(), OfficeCalls()],
        journeys: [Coordinating(), Ruling(), Contacting(), Reporting()],
        schemas: [
            NamedSchema("Network", .object(Network.members)),
            NamedSchema("Policy", .object(Policy.members)),
            NamedSchema("PolicyVersion", .object(PolicyState.members)),
            NamedSchema("OfficeHolder", .object(OfficeHolder.members)),
            NamedSchema("Contact", .object(ShownContact.members)),
            .list("PolicyList", of: "PolicyVersion"),
            .list("OfficeHolderList", of: "OfficeHolder"),
        ]
    )
}
