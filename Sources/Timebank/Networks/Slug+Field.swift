extension Field<String> {
    /// The short name of something in addresses (``Slug``).
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
    /// The short name that a field holds.
    ///
    /// - Throws: a ``Refusal`` for what is none.
    init(_ text: String, in field: Field<String>) throws {
        guard let slug = Slug(text) else { throw field.refusal(.malformed) }
        self = slug
    }
}
