internal import Ledger
internal import Store

/// What one person does to another, judged against all that the other is and not against where
/// the one stands.
package enum PersonAct: String, CaseIterable, Sendable {
    /// Hands over a code to choose a password with: it opens all that the person has, everywhere.
    case code
    /// Changes the e-mail address or the phone number, where a code may be sent.
    case contact
    case card
    /// Changes the name, or whether they take part.
    case edit
    /// Lets somebody act for them.
    case guardian
    case erase
    /// Gives them a role at an organisation.
    case appoint

    /// Whether it opens, or may one day open, what the person has in other networks too.
    fileprivate var opens: Bool { self == .code || self == .contact }
}

extension View {
    /// Refuses an act on a member whom the actor does not reach.
    ///
    /// The operation's access has let the actor through already; here it is judged who the other
    /// is. Everybody but for a code reaches themselves. In short:
    ///
    /// - An operator reaches everybody; another operator not with what opens them.
    /// - A coordinator reaches whoever is no coordinator of their network. With what opens a person
    ///   they reach nobody who belongs to a network that they do not coordinate, who coordinates
    ///   any network, or who runs the server.
    /// - A guardian changes the contacts of a ward who is a member here and nothing else.
    /// - A lead reaches, for a code or a card, whoever has never signed in, has no credits, has no
    ///   role elsewhere and either was brought in by an organisation of the lead's or works there
    ///   below them. Everybody else goes through a coordinator.
    ///
    /// - Throws: ``AccessRefusal/outranked`` or ``AccessRefusal/needsCoordinator``.
    func requireReach(_ act: PersonAct, over member: Member) throws -> Standing {
        let here = try here.id
        // Where nobody signs in, nobody is there whom an operator could not reach.
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

    /// Refuses a lead who would give a role to somebody who has never signed in and whom another
    /// organisation, or a coordinator, brought in: with the role would come the right to hand
    /// them their first code.
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

/// Asks what whoever looks may do to a member, so that a page offers nothing that would be refused.
package struct ReachQuery: Query {
    package let member: MemberName

    package static let name = "member.reach"
    package static let access: Access = MemberQuery.access
    package var subject: Subject { .owned(member) }

    /// A question about one member.
    package init(member: MemberName) { self.member = member }

    package func answer(at view: View) throws -> Set<PersonAct> {
        guard let found = try view.tx.member(member, in: view.here.id) else {
            throw AccessRefusal.notFound
        }
        return try Set(
            [PersonAct.code, .card].filter { act in
                do { _ = try view.requireReach(act, over: found) } catch is any Refusal {
                    return false
                }
                return true
            }
        )
    }
}

extension Standing {
    /// Whether a coordinator may open all that this person has.
    fileprivate func isOpen(to coordinator: Standing) -> Bool {
        !isOperator && coordinates.isEmpty && networks.isSubset(of: coordinator.coordinates)
    }

    /// Whether an organisation brought this person in, or they work there.
    fileprivate func isKnown(at organisations: Set<Organisation.ID>) -> Bool {
        capacities.contains {
            switch $0 {
            case .member(_, _, let broughtBy?): organisations.contains(broughtBy)
            case .staff(_, let organisation, _): organisations.contains(organisation)
            default: false
            }
        }
    }

    /// Whether this is somebody at the very beginning, of whom these organisations know and nobody
    /// else does: never signed in, no credits, and nothing but a member and staff below a lead.
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
