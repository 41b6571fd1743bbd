@testable internal import Timebank

/// What people read about tools that members lend each other.
enum LendingText: Int, Text {
    case toolsTitle, toolsLead, toolsNone, toolIsHere, toolIsLent, offerToolHeading
    case offerToolButton, noticeToolOffered, fieldOwner, fieldTool, fieldToolHint, fieldBorrower
    case fieldMessage

    static let shelf = TextShelf(of: LendingText.self)
}
