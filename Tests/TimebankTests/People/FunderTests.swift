internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

@Suite struct FunderTests {
    @Test(arguments: Backend.available)
    func `a funder sees totals, what everybody may see, and nobody's anything`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(60, town.ada)
            let hours = try await town.claim(60, town.bo)
            let gift = try await town.give(10, from: town.ada, to: town.bo, as: .ada)
            let (ada, wallet) = (MemberName.id(town.ada.id), AccountName.id(town.ada.wallet.id))
            _ = try await town.ask(TotalsQuery(), as: .funder)
            _ = try await town.ask(OffersQuery(), as: .funder)
            let places = try await town.ask(OrganisationsQuery(), as: .funder)
            #expect(places.items.allSatisfy { $0.left == nil && $0.taken == nil })
            func isHidden<Asked: Query>(_ asked: Asked) async {
                await #expect(throws: AccessRefusal.notFound, "\(Asked.name)") {
                    try await town.ask(asked, as: .funder)
                }
            }
            await isHidden(MemberQuery(member: ada))
            await isHidden(AccountQuery(account: wallet))
            await isHidden(StatementQuery(account: wallet))
            await isHidden(AccountQuery(account: .allocation(town.school.slug)))
            await isHidden(AccountQuery(account: .takings(town.cinema.slug)))
            await isHidden(HoursQuery(hours: hours.id))
            await isHidden(MyHoursQuery(member: ada))
            await isHidden(TransferQuery(transfer: gift.id))
            await isHidden(GuardiansQuery(ward: ada))
            for refused in [
                { try await town.ask(MembersQuery(search: "Ada"), as: .funder).items.count },
                { try await town.ask(TransfersQuery(), as: .funder).items.count },
                { try await town.ask(OfficesQuery(), as: .funder).count },
                {
                    try await town.ask(
                        StaffQuery(organisation: town.school.id),
                        as: .funder
                    ).count
                },
            ] as [() async throws -> Int] {
                await #expect(throws: AccessRefusal.notAllowed) { try await refused() }
            }
        }
    }

    @Test(arguments: Backend.available)
    func `two reports, one after the other, do not tell what one person did between them`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            for index in 0..<10 {
                let member = try await town.perform(
                    AddMember(name: "M\(index)"),
                    as: .coordinator
                )
                try await town.earn(60, member)
            }
            let before = try await town.ask(TotalsQuery(), as: .funder)
            try await town.earn(60, town.ada)
            let after = try await town.ask(TotalsQuery(), as: .funder)
            #expect(before.earned == after.earned)
            #expect(before.outstanding == after.outstanding)
        }
    }
}
