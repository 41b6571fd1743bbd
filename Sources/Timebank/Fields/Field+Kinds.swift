extension Field<MemberName> {
    /// Creates a field for a member of the network.
    package static func member(
        _ name: FieldName,
        _ meaning: String = "An id or a membership number.",
        example: String = "1002-K",
        question: (any Text)? = nil,
        hint: (any Text)? = nil
    ) -> Field {
        Field(name, .member, meaning, example: example, question: question, hint: hint)
    }
}

extension Field<AccountName> {
    /// Creates a field for an account of the network.
    package static func account(
        _ name: FieldName,
        _ meaning: String,
        example: String = "member:1001-T",
        question: (any Text)? = nil,
        hint: (any Text)? = nil
    ) -> Field {
        Field(name, .account, meaning, example: example, question: question, hint: hint)
    }
}

extension Field {
    /// Creates a field for a list of values of one kind: at least one, at most `most`.
    ///
    /// - example: Some values, separated by a comma and a space.
    package static func list<Item>(
        _ name: FieldName,
        of kind: FieldKind,
        most: Int,
        _ meaning: String,
        example: String = "",
        question: (any Text)? = nil,
        hint: (any Text)? = nil
    ) -> Field where Value == [Item] {
        Field(
            name,
            .list(of: kind, most: most),
            meaning,
            example: example,
            question: question,
            hint: hint
        ) { items, name in
            guard !items.isEmpty else { throw FieldRefusal.invalid(field: name, .missing) }
            guard items.count <= most else {
                throw FieldRefusal.invalid(field: name, .tooMany(most: most))
            }
            return items
        }
    }
}
