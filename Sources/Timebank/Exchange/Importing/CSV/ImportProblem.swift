/// An error in a file to import, described so that a person can correct it.
package struct ImportProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// The line of the file where the record begins; the header is line 1.
    package let line: Int
    /// The name of the column, or `nil` if the whole record is wrong.
    package let column: String?
    /// The cell's text on one line, shortened to 60 characters.
    package let value: String
    /// Why the value is refused.
    package let reason: Reason

    /// Creates a problem with the value at a line and column.
    package init(line: Int, column: String?, value: String, reason: Reason) {
        self.line = line
        self.column = column
        self.value = Self.shortened(value)
        self.reason = reason
    }

    /// Creates a problem with one cell of a record.
    package init(_ record: CSVRecord, _ column: String?, at index: Int, _ reason: Reason) {
        let value = index < record.count ? record[index].readable : ""
        self.init(line: record.line, column: column, value: value, reason: reason)
    }

    /// The problem as one line of English for people.
    package var description: String {
        let location = column.map { "line \(line), column \($0)" } ?? "line \(line)"
        return value.isEmpty
            ? "\(location): \(reason.sentence)"
            : "\(location), “\(value)”: \(reason.sentence)"
    }

    /// The reason of a problem: a stable code for programs and a sentence for people.
    package struct Reason: Hashable, Sendable {
        /// Lower-case letters and hyphens, such as `not-utf8`.
        package let code: String
        /// What is wrong and how to correct it, in English.
        package let sentence: String

        /// Creates a reason; extensions define one for each error.
        package init(code: String, sentence: String) {
            self.code = code
            self.sentence = sentence
        }
    }

    private static let valueLengthMax = 60

    /// Returns at most 60 characters, the last an ellipsis if there were more.
    ///
    /// Control characters become spaces, so that a value cannot move a terminal's cursor.
    private static func shortened(_ value: String) -> String {
        // A character can consist of any number of Unicode scalars, so these are limited as well.
        let scalars = value.unicodeScalars.prefix(4 * valueLengthMax)
        let isCut = scalars.endIndex < value.unicodeScalars.endIndex
        var line = ""
        for scalar in scalars {
            line.unicodeScalars.append(scalar.properties.generalCategory == .control ? " " : scalar)
        }
        guard isCut || line.count > valueLengthMax else { return line }
        return line.prefix(valueLengthMax - 1) + "…"
    }
}
