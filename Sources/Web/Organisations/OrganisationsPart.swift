internal import Timebank

extension WebPart {
    /// Organisations, what they may hand out, and who works there.
    static let organisations = WebPart(
        "Organisations",
        calls: [OrganisationCalls(), StaffCalls()],
        journeys: [AtOrganisation(), Staffing(), Shelving(), Changing(), Places()],
        schemas: [
            NamedSchema("Organisation", .object(OrganisationState.members)),
            NamedSchema("Shelf", .object(Shelf.members)),
            NamedSchema("Staff", .object(StaffMember.members)),
            .list("OrganisationList", of: "Organisation"),
            .list("StaffList", of: "Staff"),
        ]
    )
}
