internal import Store

/// How to read the marks of a table's rows, prepared once from the table's ``Marks``.
///
/// A ``Mark`` is a digest of some columns of a row that the journal records.
struct MarkedTable: Sendable {
    /// The number of the table, which is part of each of its marks.
    let number: Int64
    /// The name of the table in the database, which the digest of a mark covers.
    ///
    /// Marks that are summed cover the table's number instead.
    let name: String
    let keeping: Marks.Keeping
    /// The storage types of the marked columns, in the order of ``all``.
    let columns: [Column.Storage]
    /// Selects all rows with a mark: the owner's id, the network, then the marked columns.
    let all: SQLText
    /// Selects the rows with the given ids, like ``all``; nil if rows are never changed.
    let listed: SQLText?
    let erased: Marks.Erased?
    /// Whether the program may delete rows, so that a missing row is not an error.
    let mayGo: Bool
    /// Whether each row of ``all`` ends with a column that is null if the row's reference is
    /// broken.
    let seesTarget: Bool
    private let words: String

    /// Prepares the statements for a table; nil if the table has no marks.
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

    /// Whether the journal records differences, whose sum is the current mark.
    var isSummed: Bool { keeping != .lasting }

    /// Whether the marks of all rows of a network are recorded as one sum.
    var isSummary: Bool { keeping == .summed }

    /// Describes a row in a finding of `verify`, given the id that its mark follows.
    func words(_ owner: Int64) -> String { named(words, owner) }
}

/// All tables with marks in the journal, by number.
struct MarkedTables: Sendable {
    /// The tables in ascending order of their numbers.
    let all: [MarkedTable]
    private let numbered: [MarkedTable?]

    /// The number of values of the four bits that hold a table's number in a mark.
    private static let most = 16

    /// Prepares those of the given tables that have marks.
    init(_ tables: [Table]) {
        let found = tables.compactMap { MarkedTable($0) }.sorted { $0.number < $1.number }
        var numbered = [MarkedTable?](repeating: nil, count: Self.most)
        for table in found where numbered.indices.contains(Int(table.number)) {
            numbered[Int(table.number)] = table
        }
        all = numbered.compactMap(\.self)
        self.numbered = numbered
    }

    /// The table with a number from 0 to 15; nil if this version does not know the number.
    subscript(number: Int64) -> MarkedTable? { numbered[Int(number & 15)] }

    /// The prepared form of a table.
    ///
    /// - Throws: `StoreError.failed` if the table has no marks.
    func require(_ table: Table) throws -> MarkedTable {
        guard case .some(let rule) = table.marks, let known = self[rule.number] else {
            throw StoreError.failed("\(table.name) has no marks")
        }
        return known
    }
}

extension Table {
    /// The storage type of a column; nil if the table has no column of this name.
    fileprivate func storage(of name: SQLText) -> Column.Storage? {
        columns.first { $0.name.description == name.description }?.storage
    }
}

extension [Table] {
    /// Errors in the declarations of marks, as sentences; empty if there are none.
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
