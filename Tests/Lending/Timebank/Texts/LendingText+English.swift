@testable internal import Timebank

extension LendingText {
    static let english: KeyValuePairs<Self, Phrase> = [
        .toolsTitle: "Borrow a tool",
        .toolsLead: "What members lend each other.",
        .toolsNone: "Nobody has offered anything yet.",
        .toolIsHere: "To be had",
        .toolIsLent: "Lent out",
        .offerToolHeading: "Lend something of yours",
        .offerToolButton: "Offer it",
        .noticeToolOffered: "{name} is on the list.",
        .fieldOwner: "Owner",
        .fieldTool: "Tool",
        .fieldToolHint: "What it is, in a few words.",
        .fieldBorrower: "Borrower",
        .fieldMessage: "Message to the borrower",
    ]
}
