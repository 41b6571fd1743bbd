/// The names of a file's columns.
package struct CSVHeader: Sendable {
    /// The names as they stand in the file, without blanks around them.
    package let names: [String]

    /// Columns of these names.
    package init(names: [String]) { self.names = names }

    /// The position of a column, counted from 0; capital letters make no difference.
    package func index(of name: String) -> Int? {
        names.firstIndex { $0.lowercased() == name.lowercased() }
    }

    /// The name of the column at a position, or `nil` beyond the last.
    package func name(at index: Int) -> String? { index < names.count ? names[index] : nil }

    /// The header that a file's first record is.
    ///
    /// - Throws: ``ImportProblem`` if two columns have one name.
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
