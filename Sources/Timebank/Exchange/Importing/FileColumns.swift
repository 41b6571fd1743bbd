/// The columns of a file and their positions, looked up by lower-case name.
struct FileColumns: Sendable {
    /// The column names as spelled in the file.
    let names: [String]
    private let positions: [String: Int]

    /// Creates the columns of a header; of two equal names the first counts.
    init(_ header: CSVHeader) {
        names = header.names
        positions = Dictionary(
            header.names.enumerated().map { ($0.element.lowercased(), $0.offset) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The position of a column, counted from 0; nil if the file has no such column.
    ///
    /// - name: The name in lower case.
    subscript(name: String) -> Int? { positions[name] }

    /// Returns the position of a required column.
    ///
    /// - Throws: ``ImportProblem`` if the file has no such column.
    func position(of name: String) throws(ImportProblem) -> Int {
        guard let position = positions[name] else {
            throw ImportProblem(line: 1, column: name, value: "", reason: .missingColumn)
        }
        return position
    }

    /// Returns the position of a required column that has one of several names.
    ///
    /// - Throws: ``ImportProblem`` that names the first of `aliases` if the file has none of them.
    func position(ofAny aliases: [String]) throws(ImportProblem) -> Int {
        for name in aliases { if let position = positions[name] { return position } }
        return try position(of: aliases.first ?? "")
    }

    /// Returns the positions of all columns except those with the names in `unread`.
    ///
    /// The names are compared as spelled in the file.
    func positions(besides unread: [String]) -> [Int] {
        names.indices.filter { !unread.contains(names[$0]) }
    }

    /// Returns the named columns that are not in `known`, which holds lower-case names.
    func unused(besides known: [String]) -> [String] {
        names.filter { !$0.isEmpty && !known.contains($0.lowercased()) }
    }
}
