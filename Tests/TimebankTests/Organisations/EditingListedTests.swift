import Ledger
import Support
import Testing

@testable import Timebank

/// How what an organisation lists is changed, and what that leaves alone.
@Suite struct EditingListedTests {
    @Test(arguments: Backend.available)
    func `words are changed in place, and what was paid stays`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(300, town.ada)
            let receipt = try await town.redeem(1, town.ada)
            let changed = try await town.perform(
                EditOffer(
                    offer: town.offer.id,
                    title: " Any film ",
                    details: "Before six",
                    adult: town.offer.adult,
                    child: town.offer.child
                ),
                as: .coordinator
            )
            #expect(changed.id == town.offer.id && changed.title == "Any film")
            #expect(changed.details == "Before six" && changed.isOpen)
            let work = try await town.perform(
                EditOpportunity(
                    opportunity: town.opportunity.id,
                    title: "Reading",
                    details: "On Tuesdays",
                    place: "Library",
                    minutes: Minutes(90)
                ),
                as: .lead
            )
            #expect(work.id == town.opportunity.id && work.title == "Reading")
            #expect(work.place == "Library" && work.minutes == Minutes(90))
            let till = try await town.ask(TillQuery(organisation: town.cinema.id), as: .till)
            #expect(till.accepted.map(\.redemption) == [receipt.redemption.id])
            #expect(till.accepted.map(\.minutes) == [receipt.redemption.minutes])
        }
    }

    @Test(arguments: Backend.available)
    func `a new price replaces the offer, and no till takes a price that it did not show`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(300, town.ada)
            let paid = try await town.redeem(1, town.ada)
            func reprice(_ offer: Offer.ID, _ adult: Int64) async throws -> Offer {
                try await town.perform(
                    EditOffer(
                        offer: offer,
                        title: "Film",
                        details: "",
                        adult: Minutes(adult),
                        child: nil
                    ),
                    as: .coordinator
                )
            }
            let dearer = try await reprice(town.offer.id, 90)
            #expect(dearer.id != town.offer.id && dearer.adult == Minutes(90) && dearer.isOpen)
            await #expect(throws: SpendingRefusal.offerClosed) {
                try await town.redeem(1, town.ada)
            }
            let open = try await town.ask(OffersQuery(), as: .ada).items
            #expect(open == [dearer])
            let till = try await town.ask(TillQuery(organisation: town.cinema.id), as: .till)
            #expect(till.accepted.map(\.redemption) == [paid.redemption.id])
            #expect(till.accepted.map(\.minutes) == [Minutes(60)])
            await #expect(throws: SpendingRefusal.priceOfClosed) {
                _ = try await reprice(town.offer.id, 30)
            }
        }
    }

    @Test(arguments: Backend.available)
    func `of two new prices at once one holds and the other is refused`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let results = await withTaskGroup(of: Bool.self) { group in
                for adult in [30, 90] as [Int64] {
                    group.addTask {
                        let edit = EditOffer(
                            offer: town.offer.id,
                            title: "Film",
                            details: "",
                            adult: Minutes(adult),
                            child: nil
                        )
                        return (try? await town.perform(edit, as: .coordinator)) != nil
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(results.count { $0 } == 1)
            let listed = try await town.ask(OffersQuery(), as: .ada).items
            #expect(listed.count == 1)
        }
    }

    @Test(arguments: Backend.available)
    func `visitors read what there is only where the network says so, and nothing else`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            func isRefused(_ asked: some Query) async throws -> Bool {
                do {
                    _ = try await town.bank.ask(asked, in: town.slug, as: .nobody)
                    return false
                } catch AccessRefusal.notSignedIn { return true }
            }
            for isPublic in [false, true, false] {
                try await town.perform(SetVisibility(isPublic: isPublic), as: .coordinator)
                #expect(try await isRefused(OffersQuery()) != isPublic)
                #expect(try await isRefused(OpportunitiesQuery()) != isPublic)
                #expect(try await isRefused(ListedItemQuery(town.offer.id)) != isPublic)
                #expect(try await isRefused(ListedItemQuery(town.opportunity.id)) != isPublic)
                #expect(try await isRefused(OrganisationsQuery()))
                #expect(try await isRefused(MembersQuery()))
                let months = OrganisationMonthsQuery(organisation: town.cinema.id)
                #expect(try await isRefused(months))
                #expect(
                    try await isRefused(MonthStatementQuery(organisation: town.cinema.id))
                )
            }
        }
    }
}
