@testable internal import Timebank

extension Tool {
    /// The fields with which a tool is offered and lent.
    enum Fields {
        static let owner = Field<MemberName>(
            FieldName("owner", LendingText.fieldOwner),
            .member,
            "The number of the member whose it is.",
            example: "1002-V"
        )
        static let name = Field<String>.text(
            FieldName("name", LendingText.fieldTool),
            1...120,
            "What there is to borrow, in a few words.",
            example: "Saw",
            hint: LendingText.fieldToolHint
        )
        static let borrower = Field<MemberName>(
            FieldName("borrower", LendingText.fieldBorrower),
            .member,
            "The number of the member who borrows it.",
            example: "1002-V"
        )
        static let message = Field<String>.text(
            FieldName("message", LendingText.fieldMessage),
            0...400,
            "What the borrower should know.",
            example: "Mind your fingers",
            isLong: true
        )
    }
}
