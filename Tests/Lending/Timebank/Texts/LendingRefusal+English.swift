@testable internal import Timebank

extension LendingRefusal {
    var english: RefusalPhrase {
        switch self {
        case .alreadyLent:
            RefusalPhrase(
                "Somebody else has it",
                "Member {borrower} has it now. Ask them when they bring it back.",
                otherwise: "Another member has it now. Ask the owner when it is back."
            )
        case .ownTool:
            RefusalPhrase(
                "It is theirs already",
                "Nobody borrows what is their own. Type the number of another member."
            )
        }
    }
}
