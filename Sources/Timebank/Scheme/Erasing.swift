package import Store

/// A rule that says which rows of a table an erasure affects, and what happens to them.
package struct Erasing: Sendable {
    /// Which ids are the arguments of the condition, and so when the rule applies.
    package enum Of: Sendable, Hashable {
        /// `$1` is the member who is erased.
        case member
        /// `$1` is the account of the member's wallet.
        case wallet
        /// `$1` is the person, `$2` the network in which they are erased.
        case personHere
        /// `$1` is the person, whether or not they belong to other networks.
        case person
        /// `$1` is the person, if they no longer belong to any network.
        case personGone
    }

    /// What happens to the rows.
    package enum Act: Sendable {
        case delete
        /// These columns are set to null, or to an empty text if they may not be null.
        case empty([SQLText])
    }

    let of: Of
    let condition: SQLText
    let act: Act

    /// A rule that deletes the rows for which the condition holds.
    package static func delete(_ of: Of, where condition: SQLText) -> Erasing {
        Erasing(of: of, condition: condition, act: .delete)
    }

    /// A rule that empties some columns of the rows for which the condition holds.
    package static func empty(_ columns: SQLText..., of: Of, where condition: SQLText) -> Erasing {
        Erasing(of: of, condition: condition, act: .empty(columns))
    }
}

extension Table {
    /// Whether rules of these kinds empty the column or delete its row.
    package func erases(_ column: Column, of kinds: Set<Erasing.Of>) -> Bool {
        erasing.contains { erasing in
            guard kinds.contains(erasing.of) else { return false }
            return switch erasing.act {
            case .delete: true
            case .empty(let names): names.contains { $0.description == column.name.description }
            }
        }
    }

    /// The statement that applies a rule; its arguments are those of the condition.
    fileprivate func statement(_ erasing: Erasing) -> SQLText {
        switch erasing.act {
        case .delete: "DELETE FROM \(name) WHERE \(erasing.condition)"
        case .empty(let names):
            "UPDATE \(name) SET \(SQLText(names.map(emptied))) WHERE \(erasing.condition)"
        }
    }

    private func emptied(_ name: SQLText) -> SQLText {
        let column = columns.first { $0.name.description == name.description }
        return column?.isOptional == false ? "\(name) = ''" : "\(name) = NULL"
    }
}

extension Transaction {
    /// Applies all erasure rules of one kind to the tables.
    ///
    /// - `values`: the arguments of the conditions (see ``Erasing/Of``).
    func erase(_ of: Erasing.Of, in tables: [Table], _ values: any Bindable...) throws {
        for table in tables {
            for erasing in table.erasing where erasing.of == of {
                try run(table.statement(erasing), values.map(\.bound))
            }
        }
    }
}
