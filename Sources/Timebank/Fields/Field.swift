package import Ledger

/// One input field, described once for all places where people or programs fill it in.
///
/// The checks of operations, API bodies with their schema, form controls, command-line options and
/// file columns are derived from it. Each part defines its fields beside the operations that use
/// them, such as `Offer.Fields.adult`.
package struct Field<Value: Sendable>: Sendable {
    package let name: FieldName
    package let kind: FieldKind
    /// What the field means, in a sentence for programmers and users of the command line.
    package let meaning: String
    /// A valid value, as a file and the API write it; empty if no example helps.
    package let example: String
    /// The question on a form, if it is not just the field's label.
    package let question: (any Text)?
    /// A hint on how to fill it in.
    package let hint: (any Text)?
    private let rule: @Sendable (Value, FieldName) throws -> Value

    /// Creates a field.
    ///
    /// - rule: Checks a value and returns it as it is recorded, or throws a ``Refusal``.
    package init(
        _ name: FieldName,
        _ kind: FieldKind,
        _ meaning: String,
        example: String = "",
        question: (any Text)? = nil,
        hint: (any Text)? = nil,
        rule: @escaping @Sendable (Value, FieldName) throws -> Value = { value, _ in value }
    ) {
        self.name = name
        self.kind = kind
        self.meaning = meaning
        self.example = example
        self.question = question
        self.hint = hint
        self.rule = rule
    }

    /// Checks a value and returns it as it is recorded.
    ///
    /// - Throws: a ``Refusal`` with the field's name if the value is invalid.
    package func checked(_ value: Value) throws -> Value { try rule(value, name) }

    /// Checks an optional value; nil is always valid.
    package func checked(ifAny value: Value?) throws -> Value? { try value.map(checked) }

    /// Returns the refusal of this field's value.
    package func refusal(_ flaw: Flaw) -> FieldRefusal { .invalid(field: name, flaw) }

    /// Returns the same field with another question, hint, meaning or example.
    ///
    /// An argument that is nil keeps what the field has.
    package func asking(
        _ question: (any Text)? = nil,
        hint: (any Text)? = nil,
        _ meaning: String? = nil,
        example: String? = nil
    ) -> Field {
        Field(
            name,
            kind,
            meaning ?? self.meaning,
            example: example ?? self.example,
            question: question ?? self.question,
            hint: hint ?? self.hint,
            rule: rule
        )
    }
}

extension Field<String> {
    /// Creates a field for text, trimmed and with a range of length in characters.
    ///
    /// It is checked by ``FieldRules/text(_:_:_:)``.
    ///
    /// - isLong: Whether the text may have several lines.
    package static func text(
        _ name: FieldName,
        _ length: ClosedRange<Int>,
        _ meaning: String,
        example: String = "",
        isLong: Bool = false,
        question: (any Text)? = nil,
        hint: (any Text)? = nil
    ) -> Field {
        Field(
            name,
            isLong ? .lines(length) : .line(length),
            meaning,
            example: example,
            question: question,
            hint: hint
        ) { try FieldRules.text($1, $0, length) }
    }

    /// Checks an optional text; returns nil if it is blank.
    package func checked(unlessBlank value: String?) throws -> String? {
        let text = try checked(ifAny: value) ?? ""
        return text.isEmpty ? nil : text
    }
}

extension Field<Minutes> {
    /// Creates a field for minutes that a transfer can move: from one to `most`.
    package static func minutes(
        _ name: FieldName,
        upTo most: Minutes = Minutes.movable.upperBound,
        _ meaning: String,
        example: String = "60",
        question: (any Text)? = nil,
        hint: (any Text)? = nil
    ) -> Field {
        Field(
            name,
            .minutes(upTo: most),
            meaning,
            example: example,
            question: question,
            hint: hint
        ) { value, name in
            try FieldRules.minutes(name, value, upTo: most)
            return value
        }
    }

    /// Creates a field for minutes within a range, which may include zero.
    package static func amount(
        _ name: FieldName,
        _ range: ClosedRange<Minutes>,
        _ meaning: String,
        example: String = "60",
        question: (any Text)? = nil,
        hint: (any Text)? = nil
    ) -> Field {
        Field(
            name,
            .amount(range),
            meaning,
            example: example,
            question: question,
            hint: hint
        ) { value, name in
            guard range.contains(value) else {
                throw FieldRefusal.invalid(field: name, .amountOutOfRange(range))
            }
            return value
        }
    }
}

extension Field<Int64> {
    /// Creates a field for a whole number within a range.
    package static func number(
        _ name: FieldName,
        _ range: ClosedRange<Int64>,
        _ meaning: String,
        example: String = "1",
        question: (any Text)? = nil,
        hint: (any Text)? = nil
    ) -> Field {
        Field(
            name,
            .number(range),
            meaning,
            example: example,
            question: question,
            hint: hint
        ) { value, name in
            guard range.contains(value) else {
                throw FieldRefusal.invalid(field: name, .outOfRange(range))
            }
            return value
        }
    }
}

extension Field<Bool> {
    /// Creates a field for yes or no.
    package static func flag(
        _ name: FieldName,
        _ meaning: String,
        example: String = "yes",
        question: (any Text)? = nil,
        hint: (any Text)? = nil
    ) -> Field {
        Field(name, .flag, meaning, example: example, question: question, hint: hint)
    }
}

extension Field<Day> {
    /// Creates a field for a calendar day.
    package static func day(
        _ name: FieldName,
        _ meaning: String,
        example: String = "2026-03-01",
        question: (any Text)? = nil,
        hint: (any Text)? = nil
    ) -> Field {
        Field(name, .day, meaning, example: example, question: question, hint: hint)
    }
}

extension Field where Value: CaseIterable & RawRepresentable<String> {
    /// Creates a field for one of an enum's raw values.
    package static func choice(
        _ name: FieldName,
        _ meaning: String,
        example: String = "",
        question: (any Text)? = nil,
        hint: (any Text)? = nil
    ) -> Field {
        Field(
            name,
            .choice(Value.allCases.map(\.rawValue)),
            meaning,
            example: example,
            question: question,
            hint: hint
        )
    }
}

extension Field {
    /// Creates a field for the id of something.
    package static func id<Of>(
        _ name: FieldName,
        _ meaning: String,
        question: (any Text)? = nil,
        hint: (any Text)? = nil
    ) -> Field where Value == ID<Of> {
        Field(name, .id, meaning, question: question, hint: hint)
    }
}
