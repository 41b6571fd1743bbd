package import Ledger

/// A field of the scheme, described once.
///
/// The rule of an operation, a member of the API's bodies with its schema, a control of a form, an
/// option of a command and a column of a file are made from it. A part has its fields beside the
/// operations that ask for them, such as `Offer.Fields.adult`.
package struct Field<Value: Sendable>: Sendable {
    package let name: FieldName
    package let kind: FieldKind
    /// What it is, in a sentence for programmers and for whoever types commands.
    package let meaning: String
    /// A value that is allowed, as a file and the API spell it; empty where none helps.
    package let example: String
    /// What a form asks, where that is more than what the field is called.
    package let question: (any Text)?
    /// What helps to fill it in.
    package let hint: (any Text)?
    private let rule: @Sendable (Value, FieldName) throws -> Value

    /// A field with a rule of its own, which gives the value as it is kept.
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

    /// A value as it is kept.
    ///
    /// - Throws: a ``Refusal`` with the field's name for what it may not hold.
    package func checked(_ value: Value) throws -> Value { try rule(value, name) }

    /// The same, where there may be none.
    package func checked(ifAny value: Value?) throws -> Value? { try value.map(checked) }

    /// The refusal of what it holds.
    package func refusal(_ flaw: Flaw) -> FieldRefusal { .invalid(field: name, flaw) }

    /// The same field where a part asks something else, or helps otherwise.
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
    /// Text without blanks around it (``FieldRules/text(_:_:_:)``), of so many characters.
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

    /// The same, and nothing where it is blank.
    package func checked(unlessBlank value: String?) throws -> String? {
        let text = try checked(ifAny: value) ?? ""
        return text.isEmpty ? nil : text
    }
}

extension Field<Minutes> {
    /// Minutes that a transfer moves: from one up to these.
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

    /// Minutes within bounds, of which zero may be one.
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
    /// A whole number within bounds.
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
    /// Yes or no.
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
    /// A day of the calendar.
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
    /// One of the words of an enum.
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
    /// The id of something.
    package static func id<Of>(
        _ name: FieldName,
        _ meaning: String,
        question: (any Text)? = nil,
        hint: (any Text)? = nil
    ) -> Field where Value == ID<Of> {
        Field(name, .id, meaning, question: question, hint: hint)
    }
}
