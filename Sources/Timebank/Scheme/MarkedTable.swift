internal import Store

/// A table of which the journal has marks: how they are read from its rows, put together once out
/// of what the table says.
struct MarkedTable: Sendable {
    /// The number that stands in its marks.
    let number: Int64
    /// What it is called in the database, which goes into its marks.
    let name: String
    let keeping: Marks.Keeping
    /// How the columns are kept that are marked.
    let columns: [Column.Storage]
    /// Reads all rows that have a mark: the owner, the network, the columns.
    let all: SQLText
    /// Reads those with some ids; nil where rows are never changed.
    let listed: SQLText?
    let erased: Marks.Erased?
    /// Whether a row may be deleted by what the program does.
    let mayGo: Bool
    /// Whether each row read has one more column, null where what it names is not there.
    let seesTarget: Bool
    private let words: String

    /// What is read of a table; nil for one without marks.
    init?(_ table: Table) {
        guard case .some(let rule) = table.marks else { return nil }
        number = rule.number
        name = table.name.description
        keeping = rule.keeping
        columns = rule.columns.map { $0.storage ?? table.storage(of: $0.text) ?? .integer }
        let asked: [SQLText] = rule.columns.map { $0.storage == nil ? "t.\($0.text)" : $0.text }
        let list = SQLText([rule.owner, rule.network] + asked)
        let condition: SQLText = rule.condition.map { " WHERE \($0)" } ?? ""
        let key = SQLText(table.key.map { "t.\($0)" })
        all =
            rule.statement ?? "SELECT \(list) FROM \(table.name) t\(condition) ORDER BY \(key)"
        listed =
            rule.keeping == .changing
            ? """
            \(IDList.asked)
            SELECT \(list) FROM asked JOIN \(table.name) t ON t.id = asked.id\(condition)
            """ : nil
        erased = rule.erased
        mayGo = table.rights.contains(.delete)
        seesTarget = rule.statement != nil
        words = rule.words ?? name
    }

    /// Whether what the journal has of them is how much they grew.
    var isSummed: Bool { keeping != .lasting }

    /// Whether the marks of all rows of a network are one number.
    var isSummary: Bool { keeping == .summed }

    /// What is said of a row, by the id that its mark stands after.
    func words(_ owner: Int64) -> String { named(words, owner) }
}

/// The tables of which the journal has marks.
struct MarkedTables: Sendable {
    /// In the order of their numbers.
    let all: [MarkedTable]
    private let numbered: [MarkedTable?]

    /// How many numbers a mark has room for.
    private static let most = 16

    /// Those of some tables that have marks.
    init(_ tables: [Table]) {
        let found = tables.compactMap { MarkedTable($0) }.sorted { $0.number < $1.number }
        var numbered = [MarkedTable?](repeating: nil, count: Self.most)
        for table in found where numbered.indices.contains(Int(table.number)) {
            numbered[Int(table.number)] = table
        }
        all = numbered.compactMap(\.self)
        self.numbered = numbered
    }

    /// The table with a number, from 0 to 15; nil for one that this version does not know.
    subscript(number: Int64) -> MarkedTable? { numbered[Int(number & 15)] }

    /// What is read of a table.
    ///
    /// - Throws: a `StoreError` for one that says that it has no marks.
    func require(_ table: Table) throws -> MarkedTable {
        guard case .some(let rule) = table.marks, let known = self[rule.number] else {
            throw StoreError.failed("\(table.name) has no marks")
        }
        return known
    }
}

extension Table {
    /// How a column is kept; nil where it has none of this name.
    fileprivate func storage(of name: SQLText) -> Column.Storage? {
        columns.first { $0.name.description == name.description }?.storage
    }
}

extension [Table] {
    /// What tables say of their marks that cannot be so together.
    var markContradictions: [String] {
        var found: [String] = []
        var taken: [Int64: SQLText] = [:]
        for table in self {
            switch table.marks {
            case .none(let reason):
                if reason.isEmpty { found.append("\(table.name) says not why it has no marks") }
            case .some(let rule):
                if let other = taken.updateValue(table.name, forKey: rule.number) {
                    found.append("\(other) and \(table.name) both have marks \(rule.number)")
                }
                if !(1...15).contains(rule.number) {
                    found.append("\(table.name): marks have no room for \(rule.number)")
                }
                for one in rule.columns where one.storage == nil {
                    if table.storage(of: one.text) == nil {
                        found.append("\(table.name) has no column \(one.text) to mark")
                    }
                }
            }
        }
        return found
    }
}
