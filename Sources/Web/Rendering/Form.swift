package import Timebank

/// What a form carries so that it counts once and comes from us: both are hidden fields.
package struct FormTokens: Hashable, Sendable {
    package let key: String
    package let token: String

    /// - `key`: The request key, drawn when the form is shown.
    /// - `token`: The form token of this sign-in.
    package init(key: String, token: String) {
        self.key = key
        self.token = token
    }
}

/// What was wrong with what a person sent: a refusal and the field it concerns.
package struct Mistake: Hashable, Sendable {
    package let field: FieldName?
    package let refusal: RefusalWords

    /// - `field`: The name of the field, or `nil` where it concerns the whole form.
    package init(_ refusal: RefusalWords, field: FieldName? = nil) {
        self.field = field
        self.refusal = refusal
    }
}

/// What a person typed before, so that they never type it twice, and what was wrong with it.
package struct Entered: Hashable, Sendable {
    package let values: [String: [String]]
    package let mistakes: [Mistake]

    /// The fields of a form as they came, and what was wrong with them.
    package init(_ values: [String: [String]] = [:], mistakes: [Mistake] = []) {
        self.values = values
        self.mistakes = mistakes
    }

    /// A form that nobody has filled in yet.
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

    /// The summary at the head of the page, or `nil` if nothing is wrong.
    func summary(_ words: Voice) -> Mistakes? {
        mistakes.isEmpty ? nil : Mistakes(mistakes)
    }
}

/// The summary of mistakes, each a link to its field, where the whole sentence stands.
package struct Mistakes: Hashable, Sendable {
    let summary: [MistakeLine]

    init(_ mistakes: [Mistake]) {
        summary = mistakes.map { mistake in
            let said = Wrong(mistake.refusal)
            // Two links that say the same would not tell where each leads; the remedy names it.
            let isOnly = mistakes.count { $0.refusal.title == said.problem } == 1
            return MistakeLine(
                target: mistake.field.map { "#f-\($0)" },
                linked: isOnly ? said.problem : said.remedy,
                said: said
            )
        }
    }
}

/// A mistake in the summary: a link, or the whole sentence where there is no field to lead to.
struct MistakeLine: Hashable, Sendable {
    let target: String?
    let linked: String
    let said: Wrong
}

/// What is wrong, and what to do about it.
struct Wrong: Hashable, Sendable {
    let problem: String
    let remedy: String

    init(_ refusal: RefusalWords) {
        problem = refusal.title
        remedy = refusal.sentence
    }
}

/// One form with one button.
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

    /// - `quiet`: Whether the button is the second thing one might do on this page.
    /// - `grave`: Whether what it does cannot be undone.
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

/// A value that a form sends back without showing it.
package struct Hidden: Hashable, Sendable {
    let name: String
    let value: String

    /// A field of this name and value.
    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    /// A value of a field.
    package init(_ field: FieldName, _ value: String) { self.init(field.text, value) }
}
