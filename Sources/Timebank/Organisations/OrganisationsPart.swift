extension Part {
    /// Organisations, their allocations and their staff.
    static let organisations = Part(
        "Organisations",
        operations: [
            AddOrganisation.self, EditOrganisation.self, GrantAllocation.self, AppointStaff.self,
            DismissStaff.self,
        ],
        queries: [
            OrganisationsQuery.self, OrganisationQuery.self, AllocationsQuery.self,
            StaffQuery.self, ShelfQuery.self, OrganisationMonthsQuery.self,
        ],
        tables: [.organisation, .staff],
        files: [.organisations, .staff],
        texts: [OrganisationsText.self],
        refusals: [OrganisationsRefusal.self]
    )
}
