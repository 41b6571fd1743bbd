/// The name of a field in the API, in forms, in files and in refusals.
///
/// Two names are equal if their ``text`` is equal; the label does not count.
package struct FieldName: Hashable, Sendable, CustomStringConvertible {
    /// The name in the API and in forms, such as `newcomerDays`.
    package let text: String
    /// The label that people see; nil for a field that no page shows.
    package let label: (any Text)?

    /// Creates a name with the label that people see.
    package init(_ text: String, _ label: (any Text)? = nil) {
        self.text = text
        self.label = label
    }

    package var description: String { text }

    /// The name as a column of a file, such as `newcomer_days`.
    package var column: String { spelled(with: "_") }
    /// The name as a command-line option, such as `newcomer-days`.
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
    /// Creates a name without a label, for a field that no page shows.
    package init(stringLiteral text: String) { self.init(text) }
}
