package import Store

/// A table of a store: its columns, whose its rows are, and what happens to them.
///
/// Generic code (copying, rights, row-level security, the audit of references, marks, erasure,
/// expiry) reads these declarations and knows no particular table. A test compares them with the
/// real schema.
package struct Table: Sendable {
    package let name: SQLText
    /// How a sentence refers to one row, such as `an offer`.
    let row: String
    package let owner: Owner
    package let columns: [Column]
    /// The columns of its key, in order.
    package let key: [SQLText]
    /// The kinds of statement that its part runs, besides reading.
    let changes: Set<Rights.Change>
    /// Whether and how the journal records marks of its rows.
    let marks: Marks
    package let copying: Copying
    /// What an erasure does to its rows; empty if nothing.
    let erasing: [Erasing]
    /// When its rows expire; nil for never.
    let forgetting: Forgetting?

    /// To whom the rows of a table belong.
    package enum Owner: Sendable, Hashable {
        /// Each row belongs to the network in its column `network`.
        ///
        /// Row-level security on PostgreSQL shows a transaction only the rows of its own network.
        case network
        /// The same, but without row-level security, for this reason.
        case openNetwork(String)
        /// The rows belong to the installation and not to a network, for this reason.
        case installation(String)
    }

    /// Whether the rows are part of a copy of the store.
    package enum Copying: Sendable, Hashable {
        case whole
        /// They are not copied, for this reason.
        case left(String)
    }

    /// Declares a table, whose key is its first column unless `key` is given.
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
    /// The names of its columns, separated by commas.
    package var list: SQLText { SQLText(columns.map(\.name)) }

    /// The statement that selects all rows, in the order of their key.
    package var select: SQLText { "SELECT \(list) FROM \(name) ORDER BY \(SQLText(key))" }

    /// The statement that inserts one row, with arguments in the order of ``columns``.
    ///
    /// A table may have at most 30 columns.
    package var insert: SQLText {
        "INSERT INTO \(name) (\(list)) VALUES (\(SQLText(Self.arguments(columns.count))))"
    }

    /// The same statement for many rows, which a driver may send in batches.
    package var insertion: Insertion {
        Insertion(insert, String(columns.map(\.storage.letter)))
    }

    /// The values of a row that was read with ``select``.
    package func values(of row: Row) -> [Value] {
        columns.enumerated().map { $0.element.value(of: row, at: $0.offset) }
    }

    /// The kinds of statement that the serving role may run, besides reading.
    ///
    /// They are those of the table's part, and those of copying, erasure and expiry.
    package var rights: Set<Rights.Change> { changes.union(derivedChanges) }

    /// The kinds of statement that copying, erasure and expiry run on its rows.
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

    /// Whether its rows belong to networks and it has a column `network`.
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
    /// The tables, each after those to which its rows refer, so that rows can be copied in this
    /// order.
    ///
    /// References with ``Column/Check/elsewhere(_:)`` are ignored, because accounts, transfers and
    /// networks refer to each other in a cycle. No foreign key enforces these references.
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
