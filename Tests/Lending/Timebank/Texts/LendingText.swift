@testable internal import Timebank

/// The texts of the sample part's pages and forms.
enum LendingText: Int, Text {
    case toolsTitle, toolsLead, toolsNone, toolIsHere, toolIsLent, offerToolHeading
    case offerToolButton, noticeToolOffered, fieldOwner, fieldTool, fieldToolHint, fieldBorrower
    case fieldMessage

    static let shelf = ParsedTexts(of: LendingText.self)
}
