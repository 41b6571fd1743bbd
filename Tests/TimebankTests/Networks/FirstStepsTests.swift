internal import Ledger
internal import Support
internal import Testing
internal import Timebank

@Suite struct FirstStepsTests {
    @Test(arguments: Backend.available)
    func `each first step counts as done as soon as it is`(on backend: Backend) async throws {
        try await withBank(on: backend) { bank, _ in
            _ = try await bank.perform(
                CreateNetwork(slug: "fenside", title: "Fenside"),
                as: .console
            )
            let slug = Slug("fenside")
            func done() async throws -> Set<FirstSteps.Step> {
                try await bank.ask(FirstStepsQuery(), in: slug, as: .console).done
            }
            @discardableResult
            func make<Asked: Operation>(_ asked: Asked) async throws -> Asked.Result {
                try await bank.perform(asked, in: slug, as: .console).outcome
            }
            #expect(try await done().isEmpty)
            try await make(SetContact(words: "Jo, 01945 000000"))
            #expect(try await done() == [.contact])
            let school = try await make(
                AddOrganisation(title: "School", slug: "school", earns: true, spends: .community)
            )
            try await make(AddOpportunity(organisation: school.id, title: "Reading"))
            #expect(try await done() == [.contact, .organisation, .opportunity])
            try await make(
                AddOffer(organisation: school.id, title: "Tea", adult: .hours(1))
            )
            let ada = try await make(AddMember(name: "Ada"))
            try await make(
                AppointStaff(organisation: school.id, member: .id(ada.id), role: .till)
            )
            #expect(
                try await done()
                    == [.contact, .organisation, .opportunity, .offer, .member, .staff]
            )
        }
    }

    @Test(arguments: Backend.available)
    func `a network is under way once hours were confirmed and credits accepted`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            #expect(try await !town.ask(FirstStepsQuery(), as: .coordinator).isUnderWay)
            try await town.earn(180, town.ada)
            #expect(try await !town.ask(FirstStepsQuery(), as: .coordinator).isUnderWay)
            try await town.perform(
                Redeem(offer: town.offer.id, card: town.ada.number, adults: 1, children: 0),
                as: .till
            )
            #expect(try await town.ask(FirstStepsQuery(), as: .coordinator).isUnderWay)
        }
    }

    @Test(arguments: Backend.available)
    func `only who looks after the network asks what it lacks`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            for role in [Town.Role.ada, .lead, .till, .funder, .guardian, .stranger] {
                await #expect(throws: AccessRefusal.self) {
                    try await town.ask(FirstStepsQuery(), as: role)
                }
            }
        }
    }
}
