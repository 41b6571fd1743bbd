extension Span {
    /// The parameters of a request for a page of a list.
    package enum Fields {
        package static let limit = Field<Int64>.number(
            FieldName("limit"),
            1...200,
            "How many.",
            example: "50"
        )
        package static let after = Field<Int64>(
            FieldName("after"),
            .id,
            "The id after which to begin."
        )
        package static let search = Field<String>.text(
            FieldName("search", CommonText.fieldSearch),
            0...120,
            "The beginnings of words in what is looked for."
        )
    }
}
