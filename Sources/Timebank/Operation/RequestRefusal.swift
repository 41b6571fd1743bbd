/// Refusals that concern the idempotency key or the rate limit of a request.
package enum RequestRefusal: Refusal {
    case keyMissing
    case keyReused
    case keyRunning
    case tooManyRequests(seconds: Int64)

    package static let samples: [Self] = [
        .keyMissing, .keyReused, .keyRunning, .tooManyRequests(seconds: 1),
    ]

    package var code: String {
        switch self {
        case .keyMissing: "key-missing"
        case .keyReused: "key-reused"
        case .keyRunning: "key-running"
        case .tooManyRequests: "too-many-requests"
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .keyMissing: .invalid
        case .keyReused: .impossible
        case .keyRunning: .conflict
        case .tooManyRequests: .tooOften
        }
    }

    package var wait: RefusalWait? {
        switch self {
        case .keyRunning: .seconds(1)
        case .tooManyRequests(let seconds): .seconds(seconds)
        default: nil
        }
    }
}
