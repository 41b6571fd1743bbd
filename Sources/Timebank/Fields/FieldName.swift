/// The name of a field: what the API, a form, a file and a refusal call it.
///
/// Two names are equal where they are spelled alike, whatever people call them.
package struct FieldName: Hashable, Sendable, CustomStringConvertible {
    /// As the API and forms spell it, such as `newcomerDays`.
    package let text: String
    /// What people call it, where they ever see it.
    package let label: (any Text)?

    /// A name that people know by a label.
    package init(_ text: String, _ label: (any Text)? = nil) {
        self.text = text
        self.label = label
    }

    package var description: String { text }

    /// As files spell it, such as `newcomer_days`.
    package var column: String { spelled(with: "_") }
    /// As the command line spells it, such as `newcomer-days`.
    package var option: String { spelled(with: "-") }

    package static func == (one: FieldName, other: FieldName) -> Bool { one.text == other.text }

    package func hash(into hasher: inout Hasher) { hasher.combine(text) }

    private func spelled(with sign: String) -> String {
        text.reduce(into: "") { spelled, letter in
            spelled += letter.isUppercase ? sign : ""
            spelled += letter == "-" ? sign : letter.lowercased()
        }
    }
}

extension FieldName: ExpressibleByStringLiteral {
    /// A name that people never see.
    package init(stringLiteral text: String) { self.init(text) }
}
