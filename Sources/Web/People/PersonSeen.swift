internal import Ledger
internal import Timebank

/// All that a viewer may see of a member and do with them, read in one snapshot.
struct PersonSeen: Sendable {
    let state: MemberState
    /// What the viewer may do to the member.
    let acts: Set<PersonAct>
    /// Who acts for the member; `nil` if the viewer may not know, as with the next two.
    let guardians: [Guardian]?
    let relatives: [Relative]?
    let roles: Roles?
    /// The newest transfers; `nil` if the viewer may not see who made them.
    let history: ResultPage<TransferState>?
    /// What the viewer may enter hours for.
    let work: [Work]
    /// What is in the shared pot; `nil` if the viewer may give nothing from it to the member.
    let pot: Minutes?

    /// Something to do, and what its organisation may still give for it.
    struct Work: Sendable {
        let opportunity: Opportunity
        let left: Minutes
    }

    /// How many transfers the page shows.
    static let historyMost = 7

    init(_ member: Member.ID, in snapshot: PageSnapshot) throws {
        let name = MemberName.id(member)
        let visitor = snapshot.visitor
        state = try snapshot.ask(MemberQuery(member: name))
        guard state.member.status != .erased else { throw AccessRefusal.notFound }
        acts = try snapshot.ask(ReachQuery(member: name))
        let seesAll = state.purse != nil
        guardians = seesAll ? try snapshot.ask(GuardiansQuery(ward: name)) : nil
        relatives = seesAll ? try snapshot.ask(RelativesQuery(member: name)) : nil
        let seesRoles = visitor.looksAfterAll || visitor.member?.id == member
        roles = seesRoles ? try snapshot.ask(RolesQuery(member: name)) : nil
        history =
            visitor.looksAfterAll
            ? try snapshot.ask(
                TransfersQuery(
                    filter: TransferFilter(account: state.member.wallet.id),
                    span: Span(limit: Self.historyMost)
                )
            ) : nil
        let isTheirs = visitor.member?.id == member || visitor.ward(member) != nil
        let takesPart = state.member.status != .left
        work = takesPart && !isTheirs ? try snapshot.work() : []
        pot =
            visitor.isCoordinator && takesPart && !isTheirs
            ? try snapshot.ask(AccountQuery(account: .pot)).minutes : nil
    }
}

extension Visitor {
    /// Whether the viewer is a coordinator of the network or an operator of the server.
    var looksAfterAll: Bool { isCoordinator || isOperator }

    /// Whether the viewer may enter hours at some organisation.
    var mayEnterHours: Bool {
        isCoordinator || posts.contains { $0.role >= .worker && $0.earns }
    }
}

extension PageSnapshot {
    /// What the viewer may enter hours for, with what each organisation may still give.
    fileprivate func work() throws -> [PersonSeen.Work] {
        guard visitor.mayEnterHours else { return [] }
        let left: [Organisation.ID: Minutes]
        if visitor.isCoordinator {
            let figures = try ask(AllocationsQuery()).map { ($0.organisation.id, $0.left) }
            left = Dictionary(figures) { first, _ in first }
        } else {
            let posts = visitor.posts.filter { $0.role >= .worker && $0.earns }
            left = try Dictionary(
                posts.map {
                    let id = $0.organisation
                    return (id, try ask(OrganisationQuery(organisation: id)).left)
                }
            ) { first, _ in first }
        }
        return try ask(OpportunitiesQuery(span: Span(limit: 200))).items.compactMap { one in
            left[one.organisation].map { PersonSeen.Work(opportunity: one, left: $0) }
        }
        .sorted {
            ($0.opportunity.organisationName, $0.opportunity.title)
                < ($1.opportunity.organisationName, $1.opportunity.title)
        }
    }
}
