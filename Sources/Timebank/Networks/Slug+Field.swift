extension Field<String> {
    /// An input field for a ``Slug``.
    package static func slug(
        _ name: FieldName,
        _ meaning: String,
        example: String = "",
        hint: (any Text)? = nil
    ) -> Field {
        Field(name, .slug, meaning, example: example, hint: hint) { text, name in
            guard Slug(text) != nil else {
                throw FieldRefusal.invalid(field: name, .malformed)
            }
            return text
        }
    }
}

extension Slug {
    /// Parses the slug in a field.
    ///
    /// - Throws: a ``Refusal`` that names the field, for a text that is not a slug.
    init(_ text: String, in field: Field<String>) throws {
        guard let slug = Slug(text) else { throw field.refusal(.malformed) }
        self = slug
    }
}
