/// The names of a file's columns.
package struct CSVHeader: Sendable {
    /// The names as spelled in the file, without spaces around them.
    package let names: [String]

    /// Creates a header of columns with these names.
    package init(names: [String]) { self.names = names }

    /// Returns the position of a column, counted from 0, ignoring the case of letters.
    package func index(of name: String) -> Int? {
        names.firstIndex { $0.lowercased() == name.lowercased() }
    }

    /// Returns the name of the column at a position, or `nil` beyond the last.
    package func name(at index: Int) -> String? { index < names.count ? names[index] : nil }

    /// Creates the header from the first record of a file.
    ///
    /// - Throws: ``ImportProblem`` if two columns have the same name.
    init(_ record: CSVRecord) throws {
        names = (0..<record.count).map { record[$0].trimmed.text }
        var seen: Set<String> = []
        for name in names where !name.isEmpty && !seen.insert(name.lowercased()).inserted {
            throw ImportProblem(
                line: record.line,
                column: name,
                value: name,
                reason: .duplicateColumn
            )
        }
    }
}
