internal import Ledger
internal import Store

// Checks the references between tables that the descriptions of the tables declare.
extension Audit {
    /// Checks every column of a table that refers to another table, unless another check covers it.
    func checkReferences(of table: Table) throws {
        try checkRegistered(table)
        for column in table.columns where Register.Thing(of: column) == nil {
            try checkJoined(column, of: table)
        }
    }

    /// Checks the columns whose targets are in the register, all columns of a row at once.
    private func checkRegistered(_ table: Table) throws {
        let columns = table.columns.filter { Register.Thing(of: $0) != nil }
        let things = columns.compactMap(Register.Thing.init(of:))
        let namesNetwork = table.columns.contains { $0.listedTarget == "network" }
        guard !columns.isEmpty || namesNetwork else { return }
        let network: SQLText = table.isOfNetworks ? "network" : "0"
        let list = SQLText([network] + columns.map(\.lookedUp))
        try tx.each("SELECT \(list) FROM \(table.name) ORDER BY \(SQLText(table.key))") { row in
            let network = row.integerIfAny(0) ?? 0
            if network != 0, position(of: network) == nil {
                elsewhere.note("\(table.row) is of no network")
            }
            for (position, thing) in things.enumerated() {
                look(for: row.integerIfAny(position + 1), thing, in: network, table.row)
            }
            return true
        }
    }

    /// Checks a column whose target is not in the register, with a join.
    private func checkJoined(_ column: Column, of table: Table) throws {
        guard let target = tables.first(where: { $0.name.description == column.listedTarget }),
            target.name.description != "network"
        else { return }
        let isSameNetwork: SQLText =
            table.isOfNetworks && target.isOfNetworks ? "AND b.network = a.network" : ""
        let network: SQLText = table.isOfNetworks ? "a.network" : "0"
        try tx.each(
            """
            SELECT \(network), a.\(column.name) FROM \(table.name) a
            LEFT JOIN \(target.name) b ON b.\(target.key[0]) = a.\(column.name) \(isSameNetwork)
            WHERE a.\(column.name) IS NOT NULL AND b.\(target.key[0]) IS NULL
            ORDER BY a.\(column.name)
            """
        ) { row in
            let what = named(target.name.description, row.integer(1))
            note(row.integerIfAny(0) ?? 0, "\(table.row): \(what) is not there")
            return true
        }
    }
}

extension Column {
    /// The column as an expression that is null where the row refers to nothing.
    fileprivate var lookedUp: SQLText {
        if case .reference(_, .listedOrZero) = kind { "NULLIF(\(name), 0)" } else { name }
    }
}

extension Register.Thing {
    /// The kind of thing that a column refers to; nil where the register does not have that kind.
    fileprivate init?(of column: Column) {
        guard let target = column.listedTarget else { return nil }
        self.init(rawValue: target)
    }
}
