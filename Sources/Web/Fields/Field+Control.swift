internal import Ledger
internal import Timebank

extension Control {
    /// A control that asks for a field, with what helps to fill it in and what is wrong with it.
    ///
    /// - otherwise: What stands there before anybody has typed.
    static func ask(
        _ field: Field<String>,
        _ words: Voice,
        _ entered: Entered,
        otherwise: String = "",
        autocomplete: String = "off",
        focus: Bool = false
    ) -> Control {
        if case .lines = field.kind {
            return .lines(
                field.name,
                field.question(words),
                entered,
                otherwise: otherwise,
                hint: field.hint(words)
            )
        }
        return .line(
            field.name,
            field.question(words),
            entered,
            otherwise: otherwise,
            type: field.kind.inputType,
            autocomplete: autocomplete,
            hint: field.hint(words),
            focus: focus
        )
    }

    /// Two boxes, for hours and minutes.
    static func ask(
        _ field: Field<Minutes>,
        _ words: Voice,
        _ entered: Entered,
        otherwise: Minutes? = nil
    ) -> Control {
        .hours(
            field.name,
            field.question(words),
            entered,
            otherwise: otherwise,
            hint: field.hint(words)
        )
    }

    /// A day, as browsers ask for one.
    static func ask(
        _ field: Field<Day>,
        _ words: Voice,
        _ entered: Entered,
        otherwise: Day? = nil
    ) -> Control {
        .line(
            field.name,
            field.question(words),
            entered,
            otherwise: otherwise?.description ?? "",
            type: "date",
            hint: field.hint(words)
        )
    }

    /// A small whole number, in one box.
    static func ask(
        _ field: Field<Int64>,
        _ words: Voice,
        _ entered: Entered,
        otherwise: String = ""
    ) -> Control {
        .line(
            field.name,
            field.question(words),
            entered,
            otherwise: otherwise,
            type: "text",
            hint: field.hint(words)
        )
    }

    /// One of several things or words.
    static func ask<Value>(
        _ field: Field<Value>,
        _ words: Voice,
        _ entered: Entered,
        of alternatives: [Alternative],
        otherwise: String? = nil
    ) -> Control {
        .oneOf(field.name, field.question(words), alternatives, entered, otherwise: otherwise)
    }

    /// Any number of several things.
    static func askMany<Item>(
        _ field: Field<[Item]>,
        _ words: Voice,
        _ entered: Entered,
        of alternatives: [Alternative]
    ) -> Control {
        .anyOf(
            field.name,
            field.question(words),
            alternatives,
            entered,
            hint: field.hint(words)
        )
    }
}

extension Field {
    /// What a form asks.
    func question(_ words: Voice) -> String {
        (question ?? name.label).map { words($0) } ?? name.text
    }

    /// What helps to fill it in.
    func hint(_ words: Voice) -> String? { hint.map { words($0) } }
}

extension FieldKind {
    /// The `type` of the `input` that asks for it.
    fileprivate var inputType: String {
        switch self {
        case .email: "email"
        case .phone: "tel"
        case .password: "password"
        case .day: "date"
        default: "text"
        }
    }
}
