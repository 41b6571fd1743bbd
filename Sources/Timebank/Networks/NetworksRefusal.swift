/// Refusals that concern the slugs of networks and organisations.
package enum NetworksRefusal: Refusal {
    case slugTaken(field: FieldName)

    package static let samples: [Self] = [
        .slugTaken(field: Network.Fields.slug.name)
    ]

    package var code: String {
        switch self {
        case .slugTaken: "slug-taken"
        }
    }

    package var kind: RefusalKind {
        .conflict
    }

    package var field: FieldName? {
        switch self {
        case .slugTaken(let field): field
        }
    }
}
