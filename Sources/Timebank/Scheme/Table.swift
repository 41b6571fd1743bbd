package import Store

/// A table of a store: what its columns hold, whose its rows are, and what becomes of them.
///
/// What is done with tables (copying, rights, row-level policies, the audit of what rows name,
/// marks, erasure, forgetting) knows no table and reads this. A test compares it with the real
/// schema.
package struct Table: Sendable {
    package let name: SQLText
    /// What a sentence calls one row, such as `an offer`.
    let row: String
    package let owner: Owner
    package let columns: [Column]
    /// The columns of its key, in order.
    package let key: [SQLText]
    /// What the statements of its part do, besides reading.
    let changes: Set<Rights.Change>
    /// Whether the journal has marks of its rows, and of what.
    let marks: Marks
    package let copying: Copying
    /// What an erasure does to its rows.
    let erasing: [Erasing]
    /// When its rows are forgotten; nil for never.
    let forgetting: Forgetting?

    /// Whose the rows of a table are.
    package enum Owner: Sendable, Hashable {
        /// Each row is of the network that its column `network` names, and PostgreSQL shows it
        /// only to what is about that network.
        case network
        /// The same, but everybody is shown it, for this reason.
        case openNetwork(String)
        /// The installation's, for this reason.
        case installation(String)
    }

    /// Whether a copy of the store has its rows.
    package enum Copying: Sendable, Hashable {
        case whole
        /// Not, for this reason.
        case left(String)
    }

    /// A table; the key is its first column where nothing else is said.
    package init(
        _ name: SQLText,
        _ row: String,
        _ owner: Owner,
        may changes: Set<Rights.Change>,
        marks: Marks,
        key: [SQLText] = [],
        copying: Copying = .whole,
        erasing: [Erasing] = [],
        forgetting: Forgetting? = nil,
        _ columns: [Column]
    ) {
        self.name = name
        self.row = row
        self.owner = owner
        self.changes = changes
        self.marks = marks
        self.key = key.isEmpty ? columns.prefix(1).map(\.name) : key
        self.copying = copying
        self.erasing = erasing
        self.forgetting = forgetting
        self.columns = columns
    }
}

extension Table {
    /// Its columns, as a statement lists them.
    package var list: SQLText { SQLText(columns.map(\.name)) }

    /// All rows, in the order of their key.
    package var select: SQLText { "SELECT \(list) FROM \(name) ORDER BY \(SQLText(key))" }

    /// One row, its columns in the order of ``columns``.
    package var insert: SQLText {
        "INSERT INTO \(name) (\(list)) VALUES (\(SQLText(Self.arguments(columns.count))))"
    }

    /// The same for many rows, which travel together where that is quicker.
    package var insertion: Insertion {
        Insertion(insert, String(columns.map(\.storage.letter)))
    }

    /// A row as values.
    package func values(of row: Row) -> [Value] {
        columns.enumerated().map { $0.element.value(of: row, at: $0.offset) }
    }

    /// What the role that serves may do, besides reading: what the statements of its part do,
    /// a copy, an erasure and the tending of the books.
    package var rights: Set<Rights.Change> { changes.union(derivedChanges) }

    /// What is done to its rows because it says so here.
    package var derivedChanges: Set<Rights.Change> {
        var changes: Set<Rights.Change> = copying == .whole ? [.insert] : []
        if forgetting != nil { changes.insert(.delete) }
        for erasing in erasing {
            if case .delete = erasing.act {
                changes.insert(.delete)
            } else {
                changes.insert(.update)
            }
        }
        return changes
    }

    /// Whether it has a column of the network whose rows are.
    var isOfNetworks: Bool {
        if case .installation = owner { false } else { true }
    }

    private static func arguments(_ count: Int) -> [SQLText] {
        Array(numbers.prefix(count))
    }

    private static let numbers: [SQLText] = [
        "$1", "$2", "$3", "$4", "$5", "$6", "$7", "$8", "$9", "$10", "$11", "$12", "$13", "$14",
        "$15", "$16", "$17", "$18", "$19", "$20", "$21", "$22", "$23", "$24", "$25", "$26", "$27",
        "$28", "$29", "$30",
    ]
}

extension [Table] {
    /// The same, each after those that its rows name, so that what a row names is there before it.
    ///
    /// What only the audit of the ledger looks at is left out: accounts, transfers and networks
    /// name each other in a circle, and no key of a database holds them to it.
    var inOrder: [Table] {
        var ordered: [Table] = []
        var seen: Set<String> = []
        func visit(_ table: Table) {
            guard seen.insert(table.name.description).inserted else { return }
            for target in table.columns.compactMap(\.listedTarget) {
                if let next = first(where: { $0.name.description == target }) { visit(next) }
            }
            ordered.append(table)
        }
        forEach(visit)
        return ordered
    }
}
