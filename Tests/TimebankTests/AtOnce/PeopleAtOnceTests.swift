internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

/// Two who change the same person at once.
@Suite struct PeopleAtOnceTests {
    @Test(arguments: Backend.available)
    func `whoever is erased stays erased, whatever is done to them at that moment`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let ada = MemberName.id(town.ada.id)
            let (_, edited) = try await town.during(EraseMember(member: ada), as: .coordinator) {
                try await town.perform(
                    EditMember(member: ada, title: "Ada Again", status: .active),
                    as: .coordinator
                )
            }
            #expect(throws: PeopleRefusal.memberLeft(field: "member")) { try edited.get() }
            let bo = MemberName.id(town.bo.id)
            let (_, carded) = try await town.during(EraseMember(member: bo), as: .coordinator) {
                try await town.perform(NewCard(member: bo), as: .coordinator)
            }
            #expect(throws: PeopleRefusal.memberLeft(field: "member")) { try carded.get() }
            for member in [ada, bo] {
                let found = try await town.ask(MemberQuery(member: member), as: .coordinator)
                #expect(found.member.status == .erased && found.member.name.isEmpty)
                #expect(found.member.card == nil && found.member.person == nil)
            }
        }
    }

    @Test(arguments: Backend.available)
    func `no words of somebody who is erased come in at that moment`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(60, town.ada)
            let gift = Give(
                from: .id(town.ada.wallet.id),
                to: .id(town.bo.wallet.id),
                minutes: Minutes(10),
                memo: "From Ada"
            )
            let erasure = EraseMember(member: .id(town.ada.id))
            _ = try await town.during(gift, as: .ada) {
                try await town.perform(erasure, as: .coordinator)
            }
            let claim = ClaimHours(
                opportunity: town.opportunity.id,
                member: .id(town.bo.id),
                day: TestClock.start.day,
                minutes: Minutes(60),
                note: "By Bo"
            )
            let (_, second) = try await town.during(
                EraseMember(member: .id(town.bo.id)),
                as: .coordinator
            ) { try await town.perform(claim, as: .worker) }
            #expect(throws: PeopleRefusal.memberLeft(field: "member")) { try second.get() }
            let words = try await town.database.read { tx in
                try tx.all("SELECT words FROM memo WHERE words = 'From Ada'") { $0.text(0) }
                    + tx.all("SELECT note FROM hours WHERE note <> ''") { $0.text(0) }
            }
            #expect(words.isEmpty)
        }
    }

    @Test(arguments: Backend.available)
    func `a gift that waits for an erasure keeps no words of it`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(60, town.bo)
            let (_, gift) = try await town.during(
                EraseMember(member: .id(town.ada.id)),
                as: .coordinator
            ) {
                try await town.perform(
                    Give(
                        from: .id(town.bo.wallet.id),
                        to: .id(town.ada.wallet.id),
                        minutes: Minutes(10),
                        memo: "For Ada"
                    ),
                    as: .bo
                )
            }
            // It came too late, or just in time and then without its words.
            if case .failure(let error) = gift {
                #expect(error as? PeopleRefusal == .memberLeft(field: "to"))
            }
            let words = try await town.database.read { tx in
                try tx.all("SELECT words FROM memo WHERE words = 'For Ada'") { $0.text(0) }
            }
            #expect(words.isEmpty)
            try await town.verify()
        }
    }

    @Test(arguments: Backend.available)
    func `two who change different things of a member both have their way`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let ada = MemberName.id(town.ada.id)
            _ = try await town.during(
                EditMember(member: ada, email: "ada@example.org"),
                as: .ada
            ) { try await town.perform(EditMember(member: ada, phone: "01945 1"), as: .ada) }
            let found = try await town.ask(MemberQuery(member: ada), as: .ada).member
            #expect(found.email == "ada@example.org" && found.phone == "01945 1")
        }
    }

    @Test(arguments: Backend.available)
    func `two who join at once have different numbers, whichever one of them asked for`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let (one, other) = try await town.during(AddMember(name: "Cy"), as: .lead) {
                try await town.perform(AddMember(name: "Di"), as: .coordinator)
            }
            let (cy, di) = (try one.get(), try other.get())
            #expect(cy.number != di.number)
            let next = try #require(MemberNumber(di.number)?.ordinal).advanced(by: 1)
            let taken = AddMember(name: "Ed", number: MemberNumber.issued(next))
            let (_, fay) = try await town.during(taken, as: .coordinator) {
                try await town.perform(AddMember(name: "Fay"), as: .coordinator)
            }
            #expect(try fay.get().number == MemberNumber.issued(next + 1).description)
        }
    }

    @Test(arguments: Backend.available)
    func `a lead cannot take back what the coordinator gives at that moment`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let (school, bo) = (town.school.id, MemberName.id(town.bo.id))
            try await town.perform(
                AppointStaff(organisation: school, member: bo, role: .till),
                as: .lead
            )
            let promotion = AppointStaff(organisation: school, member: bo, role: .lead)
            let (_, lower) = try await town.during(promotion, as: .coordinator) {
                try await town.perform(
                    AppointStaff(organisation: school, member: bo, role: .worker),
                    as: .lead
                )
            }
            #expect(throws: AccessRefusal.outranked) { try lower.get() }
            try await town.perform(
                AppointStaff(organisation: school, member: bo, role: .till),
                as: .coordinator
            )
            let person = try await town.person(.bo)
            let (_, out) = try await town.during(promotion, as: .coordinator) {
                try await town.perform(
                    DismissStaff(organisation: school, person: person),
                    as: .lead
                )
            }
            #expect(throws: AccessRefusal.outranked) { try out.get() }
        }
    }

    @Test(arguments: Backend.available)
    func `of two rules made at once from the same ones, one is kept`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let change = ChangePolicy(policy: town.network.policy)
            let (_, second) = try await town.during(change, as: .coordinator) {
                try await town.perform(change, as: .operator)
            }
            #expect(throws: Policy.Fields.version.refusal(.taken)) { try second.get() }
        }
    }

    @Test(arguments: Backend.available)
    func `an organisation that two add at once is there once`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            let library = AddOrganisation(
                title: "Library",
                slug: "library",
                earns: true,
                spends: .no
            )
            let (_, second) = try await town.during(library, as: .coordinator) {
                try await town.perform(library, as: .coordinator)
            }
            #expect(throws: NetworksRefusal.slugTaken(field: "slug")) { try second.get() }
            try await town.verify()
        }
    }
}
