internal import Ledger
internal import Store

/// Something that one person does to another.
///
/// Permission depends on everything that the other person is, in all networks, and not only on the
/// role of the actor.
package enum PersonAct: String, CaseIterable, Sendable {
    /// Hands over a code for choosing a password, which opens the account in every network.
    case code
    /// Changes the e-mail address or the phone number, to which a code may be sent.
    case contact
    case card
    /// Changes the name or the status.
    case edit
    /// Makes somebody their guardian.
    case guardian
    case erase
    /// Gives them a role at an organisation.
    case appoint

    /// Whether the act gives access, now or later, to what the person has in other networks too.
    fileprivate var opens: Bool { self == .code || self == .contact }
}

extension View {
    /// Refuses an act on a member that the actor is not permitted to do.
    ///
    /// The operation's ``Access`` has already been granted by the actor's role; this checks who the
    /// other person is. Apart from codes, everybody may do everything to themselves. Otherwise the
    /// first of these rules that fits the actor decides:
    ///
    /// - An operator may do everything to everybody, but to another operator nothing that gives
    ///   access. The command line may change an operator's contacts.
    /// - A coordinator may act on anybody who is not a coordinator of the same network. Acts that
    ///   give access are refused if the person belongs to a network that the actor does not
    ///   coordinate, coordinates any network, or is an operator.
    /// - A guardian may act on a ward; acts that give access are refused if the ward is anything
    ///   else than a member of this network.
    /// - A lead may hand over a code or a card to a person who has never signed in, has no credits,
    ///   has no role elsewhere, and was either brought in by one of the lead's organisations or
    ///   works there below a lead. For anybody else a coordinator is needed.
    ///
    /// - Returns: What the member's person is, for a notice to them.
    /// - Throws: ``AccessRefusal/outranked`` or ``AccessRefusal/needsCoordinator``.
    func requireReach(_ act: PersonAct, over member: Member) throws -> Standing {
        let here = try here.id
        // Without a person there is no account to protect from an operator.
        if actor.isOperator, member.person == nil { return .nobody }
        let target = try tx.standing(of: member, in: here)
        if let person = actor.person, person == member.person, act != .code { return target }
        if actor.isOperator {
            let isShielded = target.isOperator && act.opens
            let isConsole = actor == .console && act != .code
            guard !isShielded || isConsole else { throw AccessRefusal.outranked }
            return target
        }
        guard let person = actor.person else { throw AccessRefusal.notSignedIn }
        let mine = try tx.standing(of: person)
        if mine.coordinates.contains(here) {
            guard !target.coordinates.contains(here),
                !act.opens || target.isOpen(to: mine)
            else { throw AccessRefusal.outranked }
            return target
        }
        if try isGuardian(person, of: member.id) {
            guard !act.opens || target.isOnlyMember(of: here) else { throw AccessRefusal.outranked }
            return target
        }
        guard target.isBegun(at: mine.leads, in: here) else { throw AccessRefusal.needsCoordinator }
        return target
    }

    /// Refuses to let a lead give a role to a person who has never signed in, unless this
    /// organisation brought them in or they work there already.
    ///
    /// The role would give the lead the right to hand them their first code.
    ///
    /// - Throws: ``AccessRefusal/needsCoordinator``.
    func requireReach(toAppoint member: Member, at organisation: Organisation.ID) throws {
        if try looksAfterAll { return }
        let target = try tx.standing(of: member, in: here.id)
        guard target.signsIn || target.isKnown(at: [organisation]) else {
            throw AccessRefusal.needsCoordinator
        }
    }
}

/// Returns what the reader may do to a member, apart from giving them a role at an organisation.
///
/// A page then offers nothing that would be refused.
package struct ReachQuery: Query {
    package let member: MemberName

    package static let name = "member.reach"
    package static let access: Access = MemberQuery.access
    package var subject: Subject { .owned(member) }

    /// Creates a query for one member.
    package init(member: MemberName) { self.member = member }

    package func answer(at view: View) throws -> Set<PersonAct> {
        guard let found = try view.tx.member(member, in: view.here.id) else {
            throw AccessRefusal.notFound
        }
        guard found.status != .erased else { return [] }
        let owner = SubjectOwner(member: found.id, person: found.person)
        return try Set(
            PersonAct.allCases.filter { act in
                guard let access = act.access, try view.grounds(for: access, in: owner) != nil
                else { return false }
                do { _ = try view.requireReach(act, over: found) } catch is any Refusal {
                    return false
                }
                return true
            }
        )
    }
}

extension PersonAct {
    /// Who may do it at all; nil for a role at an organisation, whose staff decide too.
    fileprivate var access: Access? {
        switch self {
        case .code: HandOverCode.access
        case .contact: EditMember.access
        case .card: NewCard.access
        case .edit: .coordinator || .operator
        case .guardian: AddGuardian.access
        case .erase: EraseMember.access
        case .appoint: nil
        }
    }
}

extension Standing {
    /// Whether a coordinator may do what gives access to everything that this person has.
    fileprivate func isOpen(to coordinator: Standing) -> Bool {
        !isOperator && coordinates.isEmpty && networks.isSubset(of: coordinator.coordinates)
    }

    /// Whether one of these organisations brought this person in, or they work there.
    fileprivate func isKnown(at organisations: Set<Organisation.ID>) -> Bool {
        capacities.contains {
            switch $0 {
            case .member(_, _, let broughtBy?): organisations.contains(broughtBy)
            case .staff(_, let organisation, _): organisations.contains(organisation)
            default: false
            }
        }
    }

    /// Whether only these organisations know this person, who has just begun.
    ///
    /// That is a person who has never signed in, has no credits, and is nothing but a member and
    /// staff below a lead.
    fileprivate func isBegun(
        at organisations: Set<Organisation.ID>,
        in network: Network.ID
    )
        -> Bool
    {
        guard !signsIn, !isOperator, !hasCredits, isKnown(at: organisations) else { return false }
        return capacities.allSatisfy {
            switch $0 {
            case .member(network, _, _): true
            case .staff(network, let organisation, let role):
                organisations.contains(organisation) && role < .lead
            default: false
            }
        }
    }
}
