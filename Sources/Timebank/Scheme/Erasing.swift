package import Store

/// Which rows of a table are about somebody who is erased, and what is done to them.
package struct Erasing: Sendable {
    /// Whose id the condition is asked with.
    package enum Of: Sendable, Hashable {
        /// `$1` is the member.
        case member
        /// `$1` is the member's wallet.
        case wallet
        /// `$1` is the person and `$2` the network that they leave.
        case personHere
        /// `$1` is the person, wherever else they belong.
        case person
        /// `$1` is the person, who belongs nowhere any more.
        case personGone
    }

    /// What is done to the rows.
    package enum Act: Sendable {
        case delete
        /// These columns are emptied: to an empty text, or to null where they may be null.
        case empty([SQLText])
    }

    let of: Of
    let condition: SQLText
    let act: Act

    /// Rows that are deleted.
    package static func delete(_ of: Of, where condition: SQLText) -> Erasing {
        Erasing(of: of, condition: condition, act: .delete)
    }

    /// Rows of which some columns are emptied.
    package static func empty(_ columns: SQLText..., of: Of, where condition: SQLText) -> Erasing {
        Erasing(of: of, condition: condition, act: .empty(columns))
    }
}

extension Table {
    /// Whether a column is emptied, or goes with its row, when such a one is erased.
    package func erases(_ column: Column, of kinds: Set<Erasing.Of>) -> Bool {
        erasing.contains { erasing in
            guard kinds.contains(erasing.of) else { return false }
            return switch erasing.act {
            case .delete: true
            case .empty(let names): names.contains { $0.description == column.name.description }
            }
        }
    }

    /// The statement that erases somebody's rows.
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
    /// Does to the rows of all tables what an erasure does to those that are about somebody.
    ///
    /// - `values`: what the conditions of such rows are asked with.
    func erase(_ of: Erasing.Of, in tables: [Table], _ values: any Bindable...) throws {
        for table in tables {
            for erasing in table.erasing where erasing.of == of {
                try run(table.statement(erasing), values.map(\.bound))
            }
        }
    }
}
