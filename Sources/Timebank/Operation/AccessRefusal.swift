/// Refusals that depend on who asks, whatever it is that they ask for.
package enum AccessRefusal: Refusal {
    case notSignedIn
    case notAllowed
    case notFound
    case outranked
    case rankTooLow
    /// Only a coordinator does this to that person.
    case needsCoordinator

    package static let samples: [Self] = [
        .notSignedIn, .notAllowed, .notFound, .outranked, .rankTooLow, .needsCoordinator,
    ]

    package var code: String {
        switch self {
        case .notSignedIn: "not-signed-in"
        case .notAllowed: "not-allowed"
        case .notFound: "not-found"
        case .outranked: "outranked"
        case .rankTooLow: "rank-too-low"
        case .needsCoordinator: "needs-coordinator"
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .notSignedIn: .nobody
        case .notAllowed, .outranked, .rankTooLow, .needsCoordinator: .forbidden
        case .notFound: .missing
        }
    }

    /// Whoever is reached is a member, and a rank is a role.
    package var field: FieldName? {
        switch self {
        case .outranked, .needsCoordinator: Member.Fields.member.name
        case .rankTooLow: AppointStaff.Fields.role.name
        case .notSignedIn, .notAllowed, .notFound: nil
        }
    }
}
