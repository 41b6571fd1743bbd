/// A table of text with a heading; each column is as wide as its widest cell.
struct Table {
    private let rows: [[String]]

    /// A table; each row must have as many cells as the heading.
    init(_ head: [String], _ rows: [[String]]) { self.rows = [head] + rows }

    /// The table as text.
    var text: String {
        let columns = rows.first?.indices ?? 0..<0
        let widths = columns.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let line = zip(row, widths).map { text, width in
                text + String(repeating: " ", count: width - text.count + 2)
            }
            return Self.trimmed(line.joined())
        }
        .joined(separator: "\n")
    }

    private static func trimmed(_ line: String) -> String {
        String(line.reversed().drop { $0 == " " }.reversed())
    }
}
