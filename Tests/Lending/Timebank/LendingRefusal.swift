@testable internal import Timebank

/// The refusals of the sample part.
enum LendingRefusal: Refusal {
    /// Another member has borrowed the tool; the value is their number, `nil` if it is unknown.
    case alreadyLent(to: String?)
    case ownTool

    static let samples: [Self] = [.alreadyLent(to: "1002-V"), .ownTool]

    var code: String {
        switch self {
        case .alreadyLent: "already-lent"
        case .ownTool: "own-tool"
        }
    }

    var kind: RefusalKind {
        switch self {
        case .alreadyLent: .conflict
        case .ownTool: .impossible
        }
    }

    var field: FieldName? { Tool.Fields.borrower.name }

    var facts: [RefusalFact] {
        switch self {
        case .alreadyLent(let borrower?): [.shown("borrower", .word(borrower))]
        case .alreadyLent, .ownTool: []
        }
    }
}
