internal import Ledger
internal import Timebank

extension Control {
    /// Makes the form control for a text field, with its label, hint and error message.
    ///
    /// - `otherwise`: The initial value, before the person has typed anything.
    static func ask(
        _ field: Field<String>,
        _ words: Localizer,
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

    /// Makes a control with two boxes, one for hours and one for minutes.
    static func ask(
        _ field: Field<Minutes>,
        _ words: Localizer,
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

    /// Makes a date control; its value has the form that `<input type="date">` uses, `YYYY-MM-DD`.
    static func ask(
        _ field: Field<Day>,
        _ words: Localizer,
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

    /// Makes a one-line text control for a whole number.
    static func ask(
        _ field: Field<Int64>,
        _ words: Localizer,
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

    /// Makes a control in which exactly one of several values can be chosen.
    static func ask<Value>(
        _ field: Field<Value>,
        _ words: Localizer,
        _ entered: Entered,
        of alternatives: [Alternative],
        otherwise: String? = nil
    ) -> Control {
        .oneOf(field.name, field.question(words), alternatives, entered, otherwise: otherwise)
    }

    /// Makes a control in which any number of values can be chosen.
    static func askMany<Item>(
        _ field: Field<[Item]>,
        _ words: Localizer,
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
    /// The label of the field in a form.
    func question(_ words: Localizer) -> String {
        (question ?? name.label).map { words($0) } ?? name.text
    }

    /// The help text beside the field, if it has one.
    func hint(_ words: Localizer) -> String? { hint.map { words($0) } }
}

extension FieldKind {
    /// The `type` attribute of the HTML `input` element.
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
