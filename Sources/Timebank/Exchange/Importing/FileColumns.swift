/// Where the columns of a file are.
struct FileColumns: Sendable {
    /// The names as they stand in the file.
    let names: [String]
    private let positions: [String: Int]

    /// The columns of a header.
    init(_ header: CSVHeader) {
        names = header.names
        positions = Dictionary(
            header.names.enumerated().map { ($0.element.lowercased(), $0.offset) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The position of a column; nil where the file has none of this name.
    subscript(name: String) -> Int? { positions[name] }

    /// The position of a column that must be there.
    ///
    /// - Throws: ``ImportProblem``.
    func position(of name: String) throws(ImportProblem) -> Int {
        guard let position = positions[name] else {
            throw ImportProblem(line: 1, column: name, value: "", reason: .missingColumn)
        }
        return position
    }

    /// The position of a column that goes by one of several names.
    ///
    /// - Throws: ``ImportProblem`` that names the first where the file has none of them.
    func position(ofAny aliases: [String]) throws(ImportProblem) -> Int {
        for name in aliases { if let position = positions[name] { return position } }
        return try position(of: aliases.first ?? "")
    }

    /// Where the columns are that do not go by one of these names.
    func positions(besides unread: [String]) -> [Int] {
        names.indices.filter { !unread.contains(names[$0]) }
    }

    /// The columns that nobody asks for.
    func unused(besides known: [String]) -> [String] {
        names.filter { !$0.isEmpty && !known.contains($0.lowercased()) }
    }
}
