extension Field<String> {
    /// A field for an e-mail address, converted to lower case; empty for none.
    package static func email(
        _ name: FieldName,
        _ meaning: String,
        example: String = "",
        question: (any Text)? = nil
    ) -> Field {
        Field(name, .email, meaning, example: example, question: question) {
            try FieldRules.email($1, $0) ?? ""
        }
    }

    /// A field for one of the languages of the interface; empty for none.
    package static func language(_ meaning: String) -> Field {
        Field(
            FieldName("language", CommonText.fieldLanguage),
            .choice(Language.codes),
            meaning,
            example: Language.english.code
        ) { try FieldRules.language($1, $0) ?? "" }
    }
}
