extension Field<String> {
    /// An e-mail address in lower case; empty for none.
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

    /// One of the languages that Commonhour speaks; empty for none.
    package static func language(_ meaning: String) -> Field {
        Field(
            FieldName("language", CommonText.fieldLanguage),
            .choice(Language.codes),
            meaning,
            example: Language.english.code
        ) { try FieldRules.language($1, $0) ?? "" }
    }
}
