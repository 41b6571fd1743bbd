package import Timebank

/// The two hidden fields of every form: against submitting it twice, and against forged requests.
package struct FormTokens: Hashable, Sendable {
    package let key: String
    package let token: String

    /// - `key`: The request key, made anew each time the form is shown; it makes the request
    ///   idempotent.
    /// - `token`: The form token (CSRF token) of the session.
    package init(key: String, token: String) {
        self.key = key
        self.token = token
    }
}

/// One error in a submitted form: the refusal's text and the field it concerns.
package struct Mistake: Hashable, Sendable {
    package let field: FieldName?
    package let refusal: RefusalWords

    /// - `field`: The name of the field, or `nil` when the error concerns the whole form.
    package init(_ refusal: RefusalWords, field: FieldName? = nil) {
        self.field = field
        self.refusal = refusal
    }
}

/// The submitted values of a form and its errors, so that nobody has to type anything twice.
package struct Entered: Hashable, Sendable {
    package let values: [String: [String]]
    package let mistakes: [Mistake]
    package let choices: Choices?

    /// What may be meant by a text that was typed in a field.
    package struct Choices: Hashable, Sendable {
        package let field: FieldName
        package let typed: String
        package let alternatives: [Alternative]
    }

    /// - `values`: The submitted values, by field name.
    /// - `mistakes`: The errors, in the order of the form.
    /// - `choices`: What one text may mean, for the person to choose; `nil` if all is clear.
    package init(
        _ values: [String: [String]] = [:],
        mistakes: [Mistake] = [],
        choices: Choices? = nil
    ) {
        self.values = values
        self.mistakes = mistakes
        self.choices = choices
    }

    /// The state of a form that has not been submitted.
    package static let nothing = Entered()

    func value(_ field: FieldName, otherwise: String = "") -> String {
        values[field.text]?.first ?? otherwise
    }

    func chose(_ value: String, in field: FieldName) -> Bool {
        values[field.text]?.contains(value) ?? false
    }

    func mistake(in field: FieldName) -> Wrong? {
        mistakes.first { $0.field == field }.map { Wrong($0.refusal) }
    }

    /// The error summary for the head of the page, or `nil` when there are no errors.
    func summary(_ words: Localizer) -> Mistakes? {
        mistakes.isEmpty ? nil : Mistakes(mistakes)
    }
}

/// The error summary of a form; each entry links to its field, where the whole message stands.
package struct Mistakes: Hashable, Sendable {
    let summary: [MistakeLine]

    init(_ mistakes: [Mistake]) {
        summary = mistakes.map { mistake in
            let said = Wrong(mistake.refusal)
            // Two links with the same text could not be told apart, so the remedy, which names the
            // field, is used.
            let isOnly = mistakes.count { $0.refusal.title == said.problem } == 1
            return MistakeLine(
                target: mistake.field.map { "#f-\($0)" },
                linked: isOnly ? said.problem : said.remedy,
                said: said
            )
        }
    }
}

/// An entry of the error summary: a link, or the whole message when no field is concerned.
struct MistakeLine: Hashable, Sendable {
    let target: String?
    let linked: String
    let said: Wrong
}

/// An error message: the problem, and how to solve it.
struct Wrong: Hashable, Sendable {
    let problem: String
    let remedy: String

    init(_ refusal: RefusalWords) {
        problem = refusal.title
        remedy = refusal.sentence
    }
}

/// A form with one button.
package struct Form: Hashable, Sendable {
    let formHeading: String?
    let formLead: String?
    let action: String
    let key: String
    let token: String
    let hidden: [Hidden]
    let controls: [Control]
    let button: String
    let quiet: Bool
    let grave: Bool
    let bare: Bool

    /// - `quiet`: Whether the button is shown as a secondary action.
    /// - `grave`: Whether the button is shown as an action that cannot be undone.
    init(
        heading: String? = nil,
        lead: String? = nil,
        to action: Href,
        _ tokens: FormTokens,
        hidden: [Hidden] = [],
        controls: [Control] = [],
        button: String,
        quiet: Bool = false,
        grave: Bool = false
    ) {
        formHeading = heading
        formLead = lead
        self.action = action.text
        key = tokens.key
        token = tokens.token
        self.hidden = hidden
        self.controls = controls
        self.button = button
        self.quiet = quiet
        self.grave = grave
        bare = controls.isEmpty && heading == nil
    }
}

/// A hidden input of a form.
package struct Hidden: Hashable, Sendable {
    let name: String
    let value: String

    /// - `name`: The name under which the value is sent.
    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    /// - `field`: The field under whose name the value is sent.
    package init(_ field: FieldName, _ value: String) { self.init(field.text, value) }
}
