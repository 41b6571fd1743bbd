internal import Timebank

extension WebPart {
    /// The pages and API endpoints for organisations, their allocations and their staff.
    static let organisations = WebPart(
        "Organisations",
        calls: [OrganisationCalls(), StaffCalls()],
        journeys: [
            OrganisationJourney(), StaffJourney(), ShelfJourney(), EditOrganisationJourney(),
            ListingsJourney(),
        ],
        schemas: [
            .one(OrganisationState.self),
            .one(Shelf.self),
            .one(StaffMember.self),
            .stretch(of: OrganisationState.self),
            .stretch(of: StaffMember.self),
        ]
    )
}
