/// Refusals that concern organisations, their allocations and their staff.
package enum OrganisationsRefusal: Refusal {
    case organisationClosed
    case ownAllocation
    /// A lead may only give roles below their own.
    case rankTooLow

    package static let samples: [Self] = [
        .organisationClosed, .ownAllocation, .rankTooLow,
    ]

    package var code: String {
        switch self {
        case .organisationClosed: "organisation-closed"
        case .ownAllocation: "own-allocation"
        case .rankTooLow: "rank-too-low"
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .organisationClosed: .impossible
        case .ownAllocation, .rankTooLow: .forbidden
        }
    }

    package var field: FieldName? {
        switch self {
        case .organisationClosed: Organisation.Fields.organisation.name
        case .ownAllocation: nil
        case .rankTooLow: AppointStaff.Fields.role.name
        }
    }
}
