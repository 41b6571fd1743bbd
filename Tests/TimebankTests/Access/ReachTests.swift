import Ledger
import Store
import Support
import Testing

@testable import Timebank

/// What somebody may do to a person is judged against all that the person is.
@Suite struct ReachTests {
    @Test(arguments: Backend.available)
    func `every act on a person by everybody on everybody is as the model says`(
        on backend: Backend
    ) async throws {
        try await withHamlets(on: backend) { here, there in
            let acts = try await PersonActs(here: here, there: there)
            #expect(acts.count > 1_500)
            for (act, lines) in acts.tables {
                for line in lines {
                    for (actor, verdict) in line.verdicts {
                        let expected = Model(act, by: actor, on: line.target).allows
                        #expect(
                            (verdict == .may) == expected,
                            "\(act) by \(actor.title) on \(line.target): \(verdict)"
                        )
                    }
                }
            }
        }
    }

    @Test(arguments: Backend.available)
    func `a page offers an act on a member to exactly those who may do it`(
        on backend: Backend
    ) async throws {
        try await withHamlets(on: backend) { here, _ in
            for member in [here.bo, .id(here.cy.id)] {
                for onlooker in Onlooker.allCases where onlooker != .neighbour {
                    let who = here.who(onlooker)
                    var offered: Set<PersonAct> = []
                    do {
                        let asked = ReachQuery(member: member)
                        offered = try await here.town.bank.ask(asked, in: here.town.slug, as: who)
                    } catch is any Refusal {}
                    for act in PersonAct.allCases where act != .appoint {
                        let trial = PersonActs.trial(act, on: member)
                        let verdict = try await trial.attempt(here.town.slug, here, who)
                        #expect(
                            (verdict == .may) == offered.contains(act),
                            "\(act) by \(onlooker.title): \(verdict)"
                        )
                    }
                }
            }
        }
    }

    @Test(arguments: Backend.available)
    func `a lead does not become another organisation's worker and confirm their own hours`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let other = try await town.made(
                AddOrganisation(title: "Hall", slug: "hall", earns: true, spends: .no)
            )
            let work = try await town.made(AddOpportunity(organisation: other.id, title: "Teas"))
            let worker = try await town.settle("Wil Marsh")
            let name = MemberName.id(worker.id)
            try await town.made(AppointStaff(organisation: other.id, member: name, role: .worker))
            let lea = try await town.made(AddMember(name: "Lea Brook"))
            try await town.make(lea, lead: town.school, known: "lea")
            let claim = ClaimHours(
                opportunity: work.id,
                member: .id(lea.id),
                day: TestClock.start.day,
                minutes: Minutes(600)
            )
            _ = try await town.bank.perform(claim, in: town.slug, as: .token(Array("lea".utf8)))
            let credential = Credential.token(Array("lea".utf8))
            await #expect(throws: AccessRefusal.needsCoordinator) {
                try await town.bank.perform(
                    HandOverCode(member: name),
                    in: town.slug,
                    as: credential
                )
            }
            await #expect(throws: AccessRefusal.needsCoordinator) {
                try await town.bank.perform(NewCard(member: name), in: town.slug, as: credential)
            }
            #expect(try await town.minutes(of: lea) == .zero)
        }
    }

    @Test(arguments: Backend.available)
    func `a lead does not make somebody staff in order to hand them a code`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let cy = try await town.perform(AddMember(name: "Cy Evans"), as: .coordinator)
            let appoint = AppointStaff(
                organisation: town.school.id,
                member: .id(cy.id),
                role: .till
            )
            await #expect(throws: AccessRefusal.needsCoordinator) {
                try await town.perform(appoint, as: .lead)
            }
            try await town.perform(appoint, as: .coordinator)
            _ = try await town.perform(HandOverCode(member: .id(cy.id)), as: .lead)
        }
    }

    @Test(arguments: Backend.available)
    func `whom a lead adds their organisation has brought in, and no other`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let cy = try await town.perform(AddMember(name: "Cy Evans"), as: .lead)
            _ = try await town.perform(HandOverCode(member: .id(cy.id)), as: .lead)
            await #expect(throws: FieldRefusal.invalid(field: "organisation", .unknown)) {
                try await town.perform(
                    AddMember(name: "Di", organisation: town.cinema.id),
                    as: .lead
                )
            }
            let lead = try await town.person(.lead)
            let (cinema, network) = (town.cinema.id, town.network.id)
            try await town.database.write { tx in
                try tx.run(
                    """
                    INSERT INTO staff (organisation, person, network, role, since)
                    VALUES ($1, $2, $3, 'lead', 0)
                    """,
                    cinema,
                    lead,
                    network
                )
            }
            await #expect(throws: FieldRefusal.invalid(field: "organisation", .missing)) {
                try await town.perform(AddMember(name: "Di"), as: .lead)
            }
            _ = try await town.perform(AddMember(name: "Di", organisation: cinema), as: .lead)
        }
    }

    @Test(arguments: Backend.available)
    func `whoever signs in is told what somebody else did to them until they have seen it`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let ada = MemberName.id(town.ada.id)
            try await town.perform(EditMember(member: ada, phone: "1"), as: .ada)
            try await town.perform(EditMember(member: ada, phone: "2"), as: .coordinator)
            try await town.perform(EditMember(member: ada, phone: "2"), as: .coordinator)
            try await town.perform(NewCard(member: ada), as: .coordinator)
            try await town.perform(
                AddGuardian(ward: ada, guardian: .id(town.bo.id)),
                as: .coordinator
            )
            let handed = try await town.perform(HandOverCode(member: ada), as: .coordinator)
            func told() async throws -> [Notice] {
                try await town.bank.ask(MeQuery(), as: town.who(.ada)).notices
            }
            let notices = try await told()
            #expect(notices.map(\.kind) == [.contact, .card, .guardian, .code])
            #expect(Set(notices.map(\.by)) == ["coordinator"])
            let last = try #require(notices.dropLast().last?.id)
            _ = try await town.bank.perform(SeeNotices(last: last), as: town.who(.bo))
            #expect(try await told().count == 4)
            _ = try await town.bank.perform(SeeNotices(last: last), as: town.who(.ada))
            #expect(try await told().map(\.kind) == [.code])
            let visitor = try await town.bank.snapshot(at: town.slug, as: town.who(.ada)) { _ in }
                .visitor
            #expect(visitor.notices.map(\.kind) == [.code])
            // Whoever gets in with the code is told, too: it may be the person, back again.
            let back = try await town.signIn.useCode(
                handed.code.revealed,
                password: "five warm loaves",
                address: .home,
                purpose: .page
            )
            let after = try await town.bank.ask(MeQuery(), as: back.token.credential).notices
            #expect(after.map(\.kind) == [.code, .codeUsed])
        }
    }

    @Test(arguments: Backend.available)
    func `what somebody was told goes with them`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            let ada = MemberName.id(town.ada.id)
            try await town.perform(NewCard(member: ada), as: .coordinator)
            try await town.perform(EraseMember(member: ada), as: .coordinator)
            let left = try await town.database.read { tx in
                try tx.first("SELECT COUNT(*) FROM notice", as: { $0.integer(0) })
            }
            #expect(left == 0)
        }
    }
}

/// Whether an act on a person is allowed, said a second time and another way: by what the person
/// would lose and what the actor has anyhow.
private struct Model {
    let allows: Bool

    init(_ act: PersonAct, by actor: Onlooker, on target: Target) {
        let opensAll = act == .code || act == .contact
        allows =
            switch actor {
            case .console: !(act == .code && target == .operator)
            case .operator: !(opensAll && target == .operator)
            case .coordinator:
                // They have the network anyhow, and no other; never what a colleague has.
                act == .appoint
                    || target != .coordinator
                        && !(opensAll && (target.isBeyond || target == .operator))
            case .guardian:
                // They have the ward's wallet anyhow, and nothing else of theirs.
                act == .card
                    || act == .contact && target.here == nil && target.elsewhere == nil
                        && target.office == nil && !target.isBeyond && target != .operator
                        && target != .guardian
            case .lead:
                act == .appoint
                    ? target.here != .lead
                        && (target.signsIn || target.isBroughtHere || target.here != nil)
                    : (act == .code || act == .card) && Self.isFresh(target)
                        && (target.isBroughtHere || target.here != nil)
                        && target.elsewhere == nil
            case .otherLead:
                (act == .code || act == .card) && Self.isFresh(target)
                    && (target == .newElsewhere
                        || target.elsewhere != nil && target.here == nil)
            default: false
            }
    }

    /// Never signed in, and there is nothing to take.
    private static func isFresh(_ target: Target) -> Bool {
        !target.signsIn && !target.hasCredits && target.office == nil && target != .guardian
            && target.here != .lead
    }
}

extension Town {
    /// Makes a member the lead of an organisation, signed in with this token.
    fileprivate func make(_ member: Member, lead place: Organisation, known: String) async throws {
        let person = try await made(
            AppointStaff(organisation: place.id, member: .id(member.id), role: .lead)
        ).person
        let digest = Array(known.utf8)
        try await database.write { tx in
            try tx.run(
                """
                INSERT INTO token (digest, person, purpose, created_at, expires_at)
                VALUES ($1, $2, 'api', 0, $3)
                """,
                digest,
                person,
                Int64.max
            )
        }
    }
}
