extension Part {
    /// Networks, their rules, their coordinators and their funders.
    static let networks = Part(
        "Networks",
        operations: [
            CreateNetwork.self, FoundNetwork.self, ChangePolicy.self, SetContact.self,
            SetVisibility.self, Appoint.self, Dismiss.self,
        ],
        queries: [
            NetworkQuery.self, NetworksQuery.self, PoliciesQuery.self, ContactQuery.self,
            OfficesQuery.self, TotalsQuery.self, FirstStepsQuery.self,
        ],
        tables: [.network, .policy, .office, .contact],
        files: [.network, .policy, .offices],
        texts: [NetworksText.self],
        refusals: [NetworksRefusal.self]
    )
}
