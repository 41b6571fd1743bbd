package import Ledger

extension Transfer {
    /// The input fields of a transfer, shared by all operations that move minutes.
    package enum Fields {
        package static let from = Field<AccountName>.account(
            FieldName("from", CommonText.fieldFrom),
            "An account id or `member:NUMBER`."
        )
        package static let to = Field<AccountName>.account(
            FieldName("to", CommonText.fieldTo),
            "An account id, `member:NUMBER` or `pot`."
        )
        package static let minutes = Field<Minutes>.minutes(
            FieldName("minutes", CommonText.fieldMinutes),
            "How many minutes."
        )
        package static let memo = Field<String>.text(
            FieldName("memo", CommonText.lineMemo),
            0...280,
            "A few words.",
            example: "Thank you",
            question: CommonText.fieldMemo
        )
        /// The reason of a reversal.
        package static let reason = Field<String>.text(
            FieldName("reason", CommonText.fieldReason),
            1...500,
            "Why it is taken back; it stands in the statements of both accounts.",
            example: "Given to the wrong neighbour"
        )
    }
}
