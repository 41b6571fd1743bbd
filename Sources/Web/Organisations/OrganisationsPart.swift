internal import Timebank

extension WebPart {
    /// Organisations, what they may hand out, and who works there.
    static let organisations = WebPart(
        "Organisations",
        calls: [OrganisationCalls(), StaffCalls()],
        journeys: [AtOrganisation(), Staffing(), Shelving(), Changing(), Listings()],
        schemas: [
            .one(OrganisationState.self),
            .one(Shelf.self),
            .one(StaffMember.self),
            .stretch(of: OrganisationState.self),
            .stretch(of: StaffMember.self),
        ]
    )
}
