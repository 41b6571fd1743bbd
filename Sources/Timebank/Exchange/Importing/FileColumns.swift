/// Where the columns of a file are.
struct FileColumns: Sendable {
    /// The names as they stand in the file.
    let names: [String]
    private let places: [String: Int]

    /// The columns of a header.
    init(_ header: CSVHeader) {
        names = header.names
        places = Dictionary(
            header.names.enumerated().map { ($0.element.lowercased(), $0.offset) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The place of a column; nil where the file has none of this name.
    subscript(name: String) -> Int? { places[name] }

    /// The place of a column that must be there.
    ///
    /// - Throws: ``ImportProblem``.
    func place(of name: String) throws(ImportProblem) -> Int {
        guard let place = places[name] else {
            throw ImportProblem(line: 1, column: name, value: "", reason: .missingColumn)
        }
        return place
    }

    /// The place of a column that goes by one of several names.
    ///
    /// - Throws: ``ImportProblem`` that names the first where the file has none of them.
    func place(ofAny aliases: [String]) throws(ImportProblem) -> Int {
        for name in aliases { if let place = places[name] { return place } }
        return try place(of: aliases.first ?? "")
    }

    /// Where the columns are that do not go by one of these names.
    func places(besides unread: [String]) -> [Int] {
        names.indices.filter { !unread.contains(names[$0]) }
    }

    /// The columns that nobody asks for.
    func unused(besides known: [String]) -> [String] {
        names.filter { !$0.isEmpty && !known.contains($0.lowercased()) }
    }
}
