/// One thing in a file that keeps it from being imported, told so that a person can mend it.
package struct ImportProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// The physical line where the record begins; the header is 1.
    package let line: Int
    /// The name of the column, or `nil` where the whole record is meant.
    package let column: String?
    /// What stands there, shortened to 60 characters, on one line.
    package let value: String
    /// Why that will not do.
    package let reason: Reason

    /// A problem with the value at a line and column.
    package init(line: Int, column: String?, value: String, reason: Reason) {
        self.line = line
        self.column = column
        self.value = Self.shortened(value)
        self.reason = reason
    }

    /// A problem with one cell of a record.
    package init(_ record: CSVRecord, _ column: String?, at index: Int, _ reason: Reason) {
        let value = index < record.count ? record[index].readable : ""
        self.init(line: record.line, column: column, value: value, reason: reason)
    }

    /// The problem as one line for a person.
    package var description: String {
        let location = column.map { "line \(line), column \($0)" } ?? "line \(line)"
        return value.isEmpty
            ? "\(location): \(reason.sentence)"
            : "\(location), “\(value)”: \(reason.sentence)"
    }

    /// Why something cannot be imported: a stable code for programs, a sentence for people.
    package struct Reason: Hashable, Sendable {
        /// Small letters and hyphens, such as `not-utf8`.
        package let code: String
        /// What is wrong and what to do about it.
        package let sentence: String

        /// A reason; each part of the importing names its own.
        package init(code: String, sentence: String) {
            self.code = code
            self.sentence = sentence
        }
    }

    private static let valueLengthMax = 60

    /// At most 60 characters, the last an ellipsis where there were more, and nothing in them
    /// that could move a terminal's cursor.
    private static func shortened(_ value: String) -> String {
        // One character can be made of any number of scalars, so these are bounded as well.
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
