/// Refusals about organisations and what is granted to them.
package enum OrganisationsRefusal: Refusal {
    case organisationClosed
    case ownAllocation

    package static let samples: [Self] = [
        .organisationClosed, .ownAllocation,
    ]

    package var code: String {
        switch self {
        case .organisationClosed: "organisation-closed"
        case .ownAllocation: "own-allocation"
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .organisationClosed: .impossible
        case .ownAllocation: .forbidden
        }
    }

    package var field: FieldName? {
        switch self {
        case .organisationClosed: Organisation.Fields.organisation.name
        case .ownAllocation: nil
        }
    }
}
