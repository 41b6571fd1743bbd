import Ledger
import Store
import Support

@testable import Timebank

/// A town in which there is one of everything that can be done something with.
///
/// What belongs to an organisation belongs to the hall, where people earn and spend; what belongs
/// to a member belongs to Bo, for whom somebody acts.
struct Hamlet {
    let town: Town
    let hall: Organisation
    let work: Opportunity
    let offer: Offer
    let hours: Hours
    let gift: Transfer
    let redemption: Redemption
    /// A member who has never signed in, and the code they were handed.
    let cy: Member
    let code: String
    /// A till of the hall beside the one in the table.
    let deputy: StaffMember
    let guardian: Person.ID
    let funder: Person.ID

    /// Somebody's password, which everybody has here.
    static let password = "a hash"

    var ada: MemberName { .id(town.ada.id) }
    var bo: MemberName { .id(town.bo.id) }
    var wallet: AccountName { .id(town.bo.wallet.id) }
    var day: Day { town.bank.clock().day }

    /// What somebody of this town shows to prove who they are.
    func who(_ onlooker: Onlooker) -> Credential {
        switch onlooker {
        case .console: .console
        case .otherLead: .token(Self.otherLead(town))
        default: onlooker.role.map { town.who($0) } ?? .nobody
        }
    }
}

extension Hamlet {
    private static func otherLead(_ town: Town) -> [UInt8] {
        Array("\(town.slug)-other-lead".utf8)
    }

    /// Makes the town and what is in it.
    static func open(_ bank: Bank, _ database: Database, _ slug: String) async throws -> Hamlet {
        let town = try await Town.found(bank, database, model: .credits, slug: slug)
        let hall = try await perform(
            AddOrganisation(title: "Hall", slug: "hall", earns: true, spends: .community),
            town
        )
        for (role, rank) in [(Town.Role.till, StaffRole.till), (.worker, .worker), (.lead, .lead)] {
            try await town.appoint(role, rank, at: hall)
        }
        try await addOtherLead(town)
        try await town.earn(300, town.bo)
        _ = try await town.perform(
            Give(from: .id(town.bo.wallet.id), to: .pot, minutes: Minutes(60)),
            as: .bo
        )
        return try await furnish(town, hall)
    }

    /// Puts one of everything into the hall.
    private static func furnish(_ town: Town, _ hall: Organisation) async throws -> Hamlet {
        let work = try await perform(AddOpportunity(organisation: hall.id, title: "Teas"), town)
        let lunch = AddOffer(organisation: hall.id, title: "Lunch", adult: Minutes(60))
        let offer = try await perform(lunch, town)
        let claim = ClaimHours(
            opportunity: work.id,
            member: .id(town.bo.id),
            day: town.bank.clock().day,
            minutes: Minutes(60)
        )
        let redeem = Redeem(offer: offer.id, card: town.bo.number, adults: 1, children: 0)
        let cy = try await perform(AddMember(name: "Cy Evans"), town)
        _ = try await perform(
            DeclareRelatives(member: .id(town.bo.id), other: .id(cy.id)),
            town
        )
        let dee = try await perform(AddMember(name: "Dee Marsh"), town)
        return Hamlet(
            town: town,
            hall: hall,
            work: work,
            offer: offer,
            hours: try await town.perform(claim, as: .bo).hours,
            gift: try await town.give(60, from: town.bo, to: town.ada, as: .bo),
            redemption: try await town.perform(redeem, as: .till).redemption,
            cy: cy,
            code: try await perform(HandOverCode(member: .id(cy.id)), town).code.revealed,
            deputy: try await perform(
                AppointStaff(organisation: hall.id, member: .id(dee.id), role: .till),
                town
            ),
            guardian: try await town.person(.guardian),
            funder: try await town.person(.funder)
        )
    }

    private static func perform<Asked: Operation>(
        _ asked: Asked,
        _ town: Town
    ) async throws -> Asked.Result {
        try await town.bank.perform(asked, in: town.slug, as: .console).outcome
    }

    /// Somebody who leads the school and has nothing to do with the hall; and everybody's password.
    private static func addOtherLead(_ town: Town) async throws {
        let lea = try await perform(AddMember(name: "Lea Brook"), town)
        let lead = AppointStaff(organisation: town.school.id, member: .id(lea.id), role: .lead)
        let person = try await perform(lead, town).person
        let digest = otherLead(town)
        try await town.database.write { tx in
            try tx.run(
                """
                INSERT INTO token (digest, person, purpose, created_at, expires_at)
                VALUES ($1, $2, 'api', 0, $3)
                """,
                digest,
                person,
                Int64.max
            )
            try tx.run("UPDATE person SET password = $1", Hamlet.password)
        }
    }
}
