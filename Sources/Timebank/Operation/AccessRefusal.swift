/// Refusals that depend on who makes the request, whatever the operation or query.
package enum AccessRefusal: Refusal {
    case notSignedIn
    case notAllowed
    case notFound
    /// The role of the person acted on, or the role to be given or removed, is too high for the
    /// actor.
    case outranked
    /// Only a coordinator may do this to that person.
    case needsCoordinator

    package static let samples: [Self] = [
        .notSignedIn, .notAllowed, .notFound, .outranked, .needsCoordinator,
    ]

    package var code: String {
        switch self {
        case .notSignedIn: "not-signed-in"
        case .notAllowed: "not-allowed"
        case .notFound: "not-found"
        case .outranked: "outranked"
        case .needsCoordinator: "needs-coordinator"
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .notSignedIn: .nobody
        case .notAllowed, .outranked, .needsCoordinator: .forbidden
        case .notFound: .missing
        }
    }

    /// The member that the request acts on; the other cases concern no single field.
    package var field: FieldName? {
        switch self {
        case .outranked, .needsCoordinator: Member.Fields.member.name
        case .notSignedIn, .notAllowed, .notFound: nil
        }
    }
}
