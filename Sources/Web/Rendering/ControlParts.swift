internal import Ledger
internal import Timebank

/// A text input or a text area.
struct Input: Hashable, Sendable {
    let id: String
    let name: String
    let label: String
    let value: String
    let type: String
    let autocomplete: String
    let hint: String?
    let wrong: Wrong?
    let described: String?
    let focus: Bool

    /// - `type`: The `type` of an `input`: `text`, `password`, `date`, `search`, `email`, `tel`.
    /// - `autocomplete`: What the browser may fill in; `off` when the data are another person's.
    /// - `focus`: Whether the input has the focus at first; only at the till, where a scanner
    ///   types.
    init(
        _ name: FieldName,
        _ label: String,
        _ entered: Entered,
        otherwise: String = "",
        type: String = "text",
        autocomplete: String = "off",
        hint: String? = nil,
        focus: Bool = false
    ) {
        let id = "f-\(name)"
        let wrong = entered.mistake(in: name)
        self.id = id
        self.name = name.text
        self.label = label
        value = type == "password" ? "" : entered.value(name, otherwise: otherwise)
        self.type = type
        self.autocomplete = autocomplete
        self.hint = hint
        self.wrong = wrong
        described = describedBy(id, hint: hint, wrong: wrong)
        self.focus = focus
    }
}

/// The inputs for an amount, side by side; they are sent as `NAME-hours` and `NAME-minutes`.
struct Amount: Hashable, Sendable {
    let id: String
    let name: String
    let legend: String
    let hours: String
    let minutes: String
    let hint: String?
    let wrong: Wrong?
    let described: String?

    /// - `otherwise`: The initial amount, before the person has typed anything.
    init(
        _ name: FieldName,
        _ legend: String,
        _ entered: Entered,
        otherwise: Minutes? = nil,
        hint: String? = nil
    ) {
        let id = "f-\(name)"
        let wrong = entered.mistake(in: name)
        let boxes = name.boxes
        self.id = id
        self.name = name.text
        self.legend = legend
        hours = entered.value(
            boxes[0],
            otherwise: otherwise.map { "\($0.count / 60)" } ?? ""
        )
        minutes = entered.value(
            boxes[1],
            otherwise: otherwise.map { "\($0.count % 60)" } ?? ""
        )
        self.hint = hint
        self.wrong = wrong
        described = describedBy(id, hint: hint, wrong: wrong)
    }
}

/// Radio buttons, or checkboxes when `many` is true.
struct Choice: Hashable, Sendable {
    let id: String
    let name: String
    let legend: String
    let type: String
    let many: Bool
    let hint: String?
    let wrong: Wrong?
    let described: String?
    let options: [Option]

    /// - `otherwise`: The value that is chosen at first, before the person has chosen any.
    init(
        _ name: FieldName,
        _ legend: String,
        _ options: [Alternative],
        _ entered: Entered,
        otherwise: String? = nil,
        many: Bool = false,
        hint: String? = nil
    ) {
        let id = "f-\(name)"
        let wrong = entered.mistake(in: name)
        self.id = id
        self.name = name.text
        self.legend = legend
        self.many = many
        type = many ? "checkbox" : "radio"
        self.hint = hint
        self.wrong = wrong
        described = describedBy(id, hint: hint, wrong: wrong)
        let untouched = entered.values[name.text] == nil
        self.options = options.enumerated().map { position, answer in
            Option(
                id: position == 0 ? id : "\(id)-\(position)",
                value: answer.value,
                text: answer.text,
                second: answer.second,
                chosen: untouched
                    ? answer.value == otherwise : entered.chose(answer.value, in: name)
            )
        }
    }
}

/// One alternative as the template shows it.
struct Option: Hashable, Sendable {
    let id: String
    let value: String
    let text: String
    let second: String?
    let chosen: Bool
}

/// One of the alternatives that a control offers.
package struct Alternative: Hashable, Sendable {
    package let value: String
    package let text: String
    package let second: String?

    /// - `value`: The value that is sent, such as an id.
    /// - `text`: The text that is shown.
    /// - `second`: More about it, shown on a second line.
    package init(_ value: String, _ text: String, second: String? = nil) {
        self.value = value
        self.text = text
        self.second = second
    }
}

/// The value of `aria-describedby`: the ids of the hint and the error message that exist.
private func describedBy(_ id: String, hint: String?, wrong: Wrong?) -> String? {
    switch (hint, wrong) {
    case (nil, nil): nil
    case (_?, nil): "\(id)-hint"
    case (nil, _?): "\(id)-wrong"
    case (_?, _?): "\(id)-hint \(id)-wrong"
    }
}
