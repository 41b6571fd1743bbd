internal import Ledger
internal import Timebank

/// One control of a form, with its label, hint and error message.
enum Control: Hashable, Sendable {
    case input(Input)
    case area(Input)
    case amount(Amount)
    case choice(Choice)
    case select(Choice)
}

extension Control {
    /// A text input of one line.
    static func line(
        _ name: FieldName,
        _ label: String,
        _ entered: Entered,
        otherwise: String = "",
        type: String = "text",
        autocomplete: String = "off",
        hint: String? = nil,
        focus: Bool = false
    ) -> Control {
        .input(
            Input(
                name,
                label,
                entered,
                otherwise: otherwise,
                type: type,
                autocomplete: autocomplete,
                hint: hint,
                focus: focus
            )
        )
    }

    /// A text area.
    static func lines(
        _ name: FieldName,
        _ label: String,
        _ entered: Entered,
        otherwise: String = "",
        hint: String? = nil
    ) -> Control {
        .area(Input(name, label, entered, otherwise: otherwise, hint: hint))
    }

    /// Two inputs, one for hours and one for minutes.
    static func hours(
        _ name: FieldName,
        _ legend: String,
        _ entered: Entered,
        otherwise: Minutes? = nil,
        hint: String? = nil
    ) -> Control {
        .amount(Amount(name, legend, entered, otherwise: otherwise, hint: hint))
    }

    /// A choice of exactly one value: radio buttons, or a `select` for more than six values.
    ///
    /// A single alternative is preselected.
    static func oneOf(
        _ name: FieldName,
        _ legend: String,
        _ alternatives: [Alternative],
        _ entered: Entered,
        otherwise: String? = nil
    ) -> Control {
        let only = alternatives.count == 1 ? alternatives.first?.value : nil
        let choice = Choice(name, legend, alternatives, entered, otherwise: otherwise ?? only)
        return alternatives.count > 6 ? .select(choice) : .choice(choice)
    }

    /// A choice of any number of values, as checkboxes.
    static func anyOf(
        _ name: FieldName,
        _ legend: String,
        _ alternatives: [Alternative],
        _ entered: Entered,
        hint: String? = nil
    ) -> Control {
        .choice(Choice(name, legend, alternatives, entered, many: true, hint: hint))
    }
}
