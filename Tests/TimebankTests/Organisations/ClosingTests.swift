internal import Ledger
internal import Support
internal import Testing
internal import Timebank

/// An organisation gets another name, closes, and opens again.
@Suite struct ClosingTests {
    @Test(arguments: Backend.available)
    func `at a closed organisation nothing new is put up, claimed, entered or accepted`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(300, town.ada)
            try await town.close(town.school)
            try await town.close(town.cinema)
            await #expect(throws: OrganisationsRefusal.organisationClosed) {
                _ = try await town.claim(60, town.ada, as: .ada)
            }
            await #expect(throws: OrganisationsRefusal.organisationClosed) {
                try await town.earn(60, town.bo)
            }
            await #expect(throws: OrganisationsRefusal.organisationClosed) {
                try await town.redeem(1, town.ada)
            }
            await #expect(throws: OrganisationsRefusal.organisationClosed) {
                try await town.perform(
                    AddOpportunity(organisation: town.school.id, title: "Teas"),
                    as: .lead
                )
            }
            await #expect(throws: OrganisationsRefusal.organisationClosed) {
                try await town.perform(
                    AddOffer(organisation: town.cinema.id, title: "Tea", adult: Minutes(5)),
                    as: .coordinator
                )
            }
            #expect(try await town.ask(OpportunitiesQuery(), as: .ada).items.isEmpty)
            #expect(try await town.ask(OffersQuery(), as: .ada).items.isEmpty)
            #expect(try await town.minutes(of: town.ada) == Minutes(300))
        }
    }

    @Test(arguments: Backend.available)
    func `what was begun before it closed can be ended`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(300, town.ada)
            let (first, second) = (
                try await town.claim(60, town.ada), try await town.claim(30, town.bo)
            )
            let receipt = try await town.redeem(1, town.ada)
            try await town.close(town.school)
            try await town.close(town.cinema)
            try await town.perform(
                GrantAllocation(organisation: town.school.id, minutes: Minutes(60)),
                as: .coordinator
            )
            try await town.perform(ConfirmHours(hours: first.id), as: .worker)
            try await town.perform(RefuseHours(hours: second.id, reason: "Not you"), as: .worker)
            try await town.perform(UndoRedemption(redemption: receipt.redemption.id), as: .till)
            #expect(try await town.minutes(of: town.ada) == Minutes(360))
        }
    }

    @Test(arguments: Backend.available)
    func `opened again, everything is as it was`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            try await town.close(town.school)
            let open = try await town.perform(
                EditOrganisation(organisation: town.school.id, isOpen: true),
                as: .coordinator
            )
            #expect(open == town.school)
            let found = try await town.ask(OpportunitiesQuery(), as: .ada).items
            #expect(found == [town.opportunity])
            _ = try await town.claim(60, town.ada, as: .ada)
        }
    }

    @Test(arguments: Backend.available)
    func `a new name is trimmed, is everywhere at once, and is no empty one`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let named = try await town.perform(
                EditOrganisation(organisation: town.school.id, title: " Orchard Academy "),
                as: .coordinator
            )
            #expect(named.name == "Orchard Academy" && named.slug == town.school.slug)
            let found = try await town.ask(OpportunitiesQuery(), as: .ada).items
            #expect(found.map(\.organisationName) == ["Orchard Academy"])
            for (title, flaw) in [
                (" ", Flaw.missing),
                (String(repeating: "x", count: 121), .tooLong(most: 120)),
            ] {
                await #expect(throws: FieldRefusal.invalid(field: "name", flaw)) {
                    try await town.perform(
                        EditOrganisation(organisation: town.school.id, title: title),
                        as: .coordinator
                    )
                }
            }
        }
    }
}

extension Town {
    fileprivate func close(_ organisation: Organisation) async throws {
        let closed = try await perform(
            EditOrganisation(organisation: organisation.id, isOpen: false),
            as: .coordinator
        )
        #expect(!closed.isOpen)
    }
}
