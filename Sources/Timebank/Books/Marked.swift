internal import Store

/// A row's mark with the id of its owner and of its network, 0 for none.
struct MarkedRow {
    let owner: Int64
    let network: Int64
    let mark: Mark
}

extension MarkedTable {
    /// Calls `body` with the mark of each row, until that returns false.
    ///
    /// - see: Is called with each row before, so that its other columns need no second query.
    func each(
        _ tx: Transaction,
        see: (Row) throws -> Void = { _ in },
        _ body: (MarkedRow) throws -> Bool
    ) throws {
        var press = MarkHasher(self)
        try tx.each(all) { row in
            try see(row)
            return try body(Self.pressed(&press, row, columns))
        }
    }

    /// Returns the marks of the rows with these ids, by id; a missing or unmarked row has none.
    func marks(of ids: [Int64], _ tx: Transaction) throws -> [Int64: Mark] {
        guard let listed else { return [:] }
        var press = MarkHasher(self)
        var found: [Int64: Mark] = [:]
        try tx.each(listed, IDList(ids)) { row in
            let one = Self.pressed(&press, row, columns)
            found[one.owner] = one.mark
            return true
        }
        return found
    }

    /// Returns the mark of a row with these values in its marked columns.
    func mark(of owner: Int64, in network: Int64, _ values: [any Bindable]) -> Mark {
        var press = MarkHasher(self)
        press.begin(owner, in: network)
        for value in values { press.add(value.bound) }
        return press.mark
    }

    private static func pressed(
        _ press: inout MarkHasher,
        _ row: Row,
        _ columns: [Column.Storage]
    ) -> MarkedRow {
        let (owner, network) = (row.integer(0), row.integer(1))
        press.begin(owner, in: network)
        for (position, column) in columns.enumerated() {
            if row.isNull(position + 2) {
                press.add(.null)
                continue
            }
            switch column {
            case .integer: press.add(.integer(row.integer(position + 2)))
            case .text: press.add(.text(row.text(position + 2)))
            case .bytes: press.add(.bytes(row.bytes(position + 2)))
            }
        }
        return MarkedRow(owner: owner, network: network, mark: press.mark)
    }
}
