internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

/// On a database that is not in this process, what an operation costs is how often it waits for it.
@Suite struct RoundTripTests {
    @Test func `what is done all day waits for the database no oftener than this`() async throws {
        try await withTown(on: .postgres) { town in
            try await town.earn(600, town.ada)
            let gift = try await trips(town) {
                try await town.give(5, from: town.ada, to: town.bo, as: .ada, request: $0)
            }
            #expect(gift <= 9)
            let redemption = try await trips(town) { _ in try await town.redeem(1, town.ada) }
            #expect(redemption <= 7)
            let page = try await trips(town) { _ in
                _ = try await town.ask(MemberQuery(member: .id(town.ada.id)), as: .coordinator)
            }
            #expect(page <= 8)
        }
    }

    @Test func `a till waits for the database no oftener than this`() async throws {
        try await withTown(on: .postgres) { town in
            try await town.earn(600, town.ada)
            func look(_ adults: Int?) async throws -> Int {
                let asked = LookUpCard(
                    organisation: town.cinema.id,
                    card: town.ada.number,
                    offer: town.offer.id,
                    adults: adults
                )
                return try await trips(town) { _ in try await town.perform(asked, as: .till) }
            }
            // To say whether it is enough costs nothing once it was asked about somebody.
            let (bare, whether) = (try await look(nil), try await look(1))
            #expect(bare <= 9 && whether <= 9, "\(bare) \(whether)")
            let state = try await trips(town) { _ in
                let asked = TillQuery(organisation: town.cinema.id, offer: town.offer.id)
                _ = try await town.ask(asked, as: .till)
            }
            #expect(state <= 6, "\(state)")
        }
    }

    @Test func `a list of many lines waits for the database no oftener than one of few`()
        async throws
    {
        try await withTown(on: .postgres) { town in
            try await town.fill(times: 2)
            let few = try await lists(of: town)
            try await town.fill(times: 6)
            let many = try await lists(of: town)
            for (name, trips) in few { #expect(many[name] == trips, "\(name)") }
        }
    }

    /// How often each list waits for the database.
    private func lists(of town: Town) async throws -> [String: Int] {
        let (bo, school) = (MemberName.id(town.bo.id), town.school.id)
        let moved = try await town.ask(TransfersQuery(), as: .coordinator).items
            .map(\.transfer)
        let bos = moved.filter { [$0.from.id, $0.to.id].contains(town.bo.wallet.id) }.map(\.id)
        func trips<Asked: Query>(_ asked: Asked, as role: Town.Role) async throws -> Int {
            try await self.trips(town) { _ in _ = try await town.ask(asked, as: role) }
        }
        return [
            "transfers": try await trips(TransfersQuery(), as: .coordinator),
            "found": try await trips(TransfersQuery(search: town.bo.number), as: .coordinator),
            "stand-ins": try await trips(
                ActedOnBehalfQuery(wallet: town.bo.wallet.id, transfers: bos),
                as: .bo
            ),
            "organisations": try await trips(OrganisationsQuery(), as: .coordinator),
            "places": try await trips(OrganisationsQuery(), as: .worker),
            "unpaid": try await trips(UnpaidHoursQuery(member: bo), as: .bo),
            "waiting": try await trips(WaitingHoursQuery(organisation: school), as: .worker),
            "regulars": try await trips(RegularsQuery(organisation: school), as: .worker),
            "members": try await trips(MembersQuery(), as: .coordinator),
            "staff": try await trips(StaffQuery(organisation: school), as: .lead),
            "shelf": try await trips(ShelfQuery(organisation: school), as: .lead),
            "allocations": try await trips(AllocationsQuery(), as: .coordinator),
            "guardians": try await trips(GuardiansQuery(ward: bo), as: .coordinator),
            "relatives": try await trips(RelativesQuery(member: bo), as: .coordinator),
        ]
    }

    /// How often something waits for the database, once it has been done before.
    private func trips(
        _ town: Town,
        _ body: (String) async throws -> Void
    ) async throws -> Int {
        try await body("first")
        let before = try await count(town)
        try await body("second")
        return try await count(town) - before
    }

    private func count(_ town: Town) async throws -> Int {
        let facts = await town.database.facts()
        return try #require(facts.first { $0.name == "round-trips" }.flatMap { Int($0.value) })
    }
}

extension Town {
    /// One more of everything that stands in a list, so many times.
    fileprivate func fill(times: Int) async throws {
        for _ in 0..<times {
            let member = try await perform(AddMember(name: "Cy Evans"), as: .coordinator)
            try await perform(
                AddGuardian(ward: .id(bo.id), guardian: .id(member.id)),
                as: .coordinator
            )
            try await perform(
                DeclareRelatives(member: .id(bo.id), other: .id(member.id)),
                as: .coordinator
            )
            try await perform(
                AppointStaff(organisation: school.id, member: .id(member.id), role: .till),
                as: .coordinator
            )
            try await perform(
                AddOpportunity(organisation: school.id, title: "Gardening"),
                as: .lead
            )
            try await perform(
                AddOrganisation(
                    title: "Hall",
                    slug: "hall-\(member.id.description.lowercased())",
                    earns: true,
                    spends: .community
                ),
                as: .coordinator
            )
            try await earn(120, member)
            try await earn(120, bo)
            try await perform(
                Redeem(offer: offer.id, card: bo.number, adults: 1, children: 0, guardian: nil),
                as: .till
            )
            try await give(10, from: bo, to: ada, as: .guardian)
            _ = try await claim(30, bo, as: .guardian)
            _ = try await claim(30, member)
        }
    }
}
