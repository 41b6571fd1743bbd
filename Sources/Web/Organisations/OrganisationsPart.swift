internal import Timebank

extension WebPart {
    /// The pages and API endpoints for organisations, their allocations and their staff.
    static let organisations = WebPart(
        "Organisations",
        calls: [OrganisationCalls(), StaffCalls()],
        journeys: [
            OrganisationJourney(), StaffJourney(), ShelfJourney(), EditOrganisationJourney(),
            ListingsJourney(), MonthsJourney(),
        ],
        templates: [.things, .listed, .months],
        destinations: [
            Destination(
                .coordinator,
                3,
                CommonText.navigationPartners,
                Address.organisations,
                covering: [Address.allocations, Address.opportunities, Address.offers]
            ),
            Destination(.operator, 1, CommonText.navigationPartners, Address.organisations),
            Destination(
                at: 1,
                CommonText.navigationToday,
                Address.organisation,
                where: { $0.role != .till }
            ),
            Destination(
                at: 4,
                CommonText.navigationShelf,
                Address.shelf,
                where: { $0.role == .lead }
            ),
            Destination(
                at: 5,
                CommonText.navigationTakings,
                Address.months,
                where: { $0.hasTill && $0.role != .till }
            ),
            Destination(
                at: 5,
                CommonText.navigationGiven,
                Address.months,
                where: { !$0.hasTill && $0.earns && $0.role != .till }
            ),
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
