internal import HTTPTypes
internal import Timebank

extension RefusalKind {
    /// The HTTP status for a refusal of this kind.
    var status: HTTPResponse.Status {
        switch self {
        case .invalid: .badRequest
        case .nobody: .unauthorized
        case .forbidden: .forbidden
        case .missing: .notFound
        case .conflict: .conflict
        case .impossible: .unprocessableContent
        case .tooOften: .tooManyRequests
        }
    }
}
