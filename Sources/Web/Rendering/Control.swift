internal import Ledger
internal import Timebank

/// One thing to fill in, with its label, its hint and what is wrong with it.
enum Control: Hashable, Sendable {
    case input(Input)
    case area(Input)
    case amount(Amount)
    case choice(Choice)
    case select(Choice)
}

extension Control {
    /// A field of one line.
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

    /// A field of several lines.
    static func lines(
        _ name: FieldName,
        _ label: String,
        _ entered: Entered,
        otherwise: String = "",
        hint: String? = nil
    ) -> Control {
        .area(Input(name, label, entered, otherwise: otherwise, hint: hint))
    }

    /// Hours and minutes.
    static func hours(
        _ name: FieldName,
        _ legend: String,
        _ entered: Entered,
        otherwise: Minutes? = nil,
        hint: String? = nil
    ) -> Control {
        .amount(Amount(name, legend, entered, otherwise: otherwise, hint: hint))
    }

    /// One of several, in a list to open where there are more than six; a single one is chosen.
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

    /// Any number of several.
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
