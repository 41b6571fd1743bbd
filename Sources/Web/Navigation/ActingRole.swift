internal import Ledger
package import Timebank

/// The role in which a person uses a network; each has a navigation of its own.
///
/// Somebody with several roles changes between them in the header of every page.
package enum ActingRole: Hashable, Sendable {
    case member
    case coordinator
    case organisation(Organisation.ID)
    case funder
    case guardian
    case `operator`
    /// Somebody who is not signed in, in a network that shows visitors what there is.
    case visitor

    /// A kind of role.
    package enum Kind: Hashable, Sendable, CaseIterable {
        case member, coordinator, organisation, funder, guardian, `operator`, visitor
    }

    /// The role without the organisation.
    package var kind: Kind {
        switch self {
        case .member: .member
        case .coordinator: .coordinator
        case .organisation: .organisation
        case .funder: .funder
        case .guardian: .guardian
        case .operator: .operator
        case .visitor: .visitor
        }
    }

    /// Whether it is a role at an organisation.
    var isStaff: Bool { kind == .organisation }

    /// As the cookie of this device keeps it: a word, or an organisation's id; nil for a visitor,
    /// of whom nothing is kept.
    var text: String? {
        switch self {
        case .member: "member"
        case .coordinator: "coordinator"
        case .organisation(let id): id.description
        case .funder: "funder"
        case .guardian: "guardian"
        case .operator: "operator"
        case .visitor: nil
        }
    }
}

extension Visitor {
    /// Every role that the visitor has in this network, the one of most people first.
    ///
    /// A guardian who is a member finds those they act for among their own hours.
    var roles: [ActingRole] {
        guard person != nil else { return network.isPublic ? [.visitor] : [] }
        var roles: [ActingRole] = []
        if member != nil { roles.append(.member) }
        if isCoordinator { roles.append(.coordinator) }
        roles += posts.map { .organisation($0.organisation) }
        if offices.contains(.funder) { roles.append(.funder) }
        if member == nil, !wards.isEmpty { roles.append(.guardian) }
        if isOperator { roles.append(.operator) }
        return roles
    }

    /// The visitor's post at an organisation.
    func post(at organisation: Organisation.ID) -> Post? {
        posts.first { $0.organisation == organisation }
    }
}
