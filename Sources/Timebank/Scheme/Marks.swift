internal import Store

/// Whether and how the journal records marks of a table's rows.
///
/// A mark is a digest of some columns of a row (``Mark``). With it, `verify` finds rows that were
/// changed outside the program, and names them.
///
/// Marks cover settings, rules and what grants access to somebody, but no free text. They remain
/// after an erasure, so they must not cover anything that could be found by guessing. A login is
/// covered only together with the password hash, whose salt is unknown after the erasure.
package enum Marks: Sendable {
    /// The journal records no marks, for this reason.
    case none(String)
    case some(Rule)

    /// Which columns of a row are marked, and how the marks are recorded.
    package struct Rule: Sendable {
        /// The number of the table in each mark, from 1 to 15.
        ///
        /// It is unique and must never change, because journals contain it.
        let number: Int64
        let keeping: Keeping
        let columns: [Marked]
        /// The SQL for the id that the journal writes before the mark.
        ///
        /// It is the id of the row itself, or of what the row belongs to.
        var owner: SQLText = "t.id"
        var network: SQLText = "t.network"
        /// The condition for a row to have a mark; nil if all rows have one.
        var condition: SQLText?
        /// The statement that selects all rows; nil if it is built from the columns.
        var statement: SQLText?
        var erased: Erased?
        /// How a finding of `verify` describes the row, before the owner's id.
        ///
        /// If nil, the table's name is used.
        var words: String?
    }

    /// How the marks of a table's rows are recorded.
    enum Keeping: Sendable {
        /// Rows can change: the journal records the difference between a row's new and old mark.
        case changing
        /// Marked columns never change: the journal records each row's mark once.
        ///
        /// A row may be deleted, which is not recorded.
        case lasting
        /// Rows never change and are many: the journal records sums of the marks of an owner's
        /// rows.
        case summed
    }

    /// A marked column, or an SQL expression that is marked instead.
    package struct Marked: Sendable, ExpressibleByStringLiteral {
        let text: SQLText
        /// The storage type of an expression; nil for a column, whose table declares it.
        let storage: Column.Storage?

        /// A column of the table, by name.
        package init(stringLiteral name: StaticString) {
            text = SQLText(stringLiteral: name)
            storage = nil
        }

        private init(text: SQLText, storage: Column.Storage) {
            self.text = text
            self.storage = storage
        }

        /// An SQL expression, in which the table is called `t`.
        static func made(_ text: SQLText, _ storage: Column.Storage) -> Marked {
            Marked(text: text, storage: storage)
        }
    }

    /// Which rows belong to erased members, so that their marks are not compared.
    ///
    /// A restore repeats erasures, and records nothing in the journal when it does.
    struct Erased: Sendable {
        /// Selects the ids of all erased rows.
        let ids: SQLText
        /// Selects the network and the id of each erased row that still has data to be removed.
        let undone: SQLText
    }
}

extension Marks {
    /// Declares that the journal records no marks, for this reason.
    package static func unmarked(_ reason: String) -> Marks { .none(reason) }

    /// Marks of rows that have an id and can change.
    ///
    /// - `condition`: which rows have a mark; nil for all.
    /// - `erased`: which rows belong to erased members.
    /// - `words`: how a finding describes the row, before its id.
    static func changing(
        _ number: Int64,
        _ columns: Marked...,
        network: SQLText = "t.network",
        where condition: SQLText? = nil,
        erased: Erased? = nil,
        called words: String? = nil
    ) -> Marks {
        .some(
            Rule(
                number: number,
                keeping: .changing,
                columns: columns,
                network: network,
                condition: condition,
                erased: erased,
                words: words
            )
        )
    }

    /// Marks of rows whose marked columns never change, recorded one by one.
    ///
    /// - `owner`: the SQL for the id that the journal writes before the mark.
    /// - `words`: how a finding describes the row, before that id.
    static func lasting(
        _ number: Int64,
        _ columns: Marked...,
        of owner: SQLText = "t.id",
        network: SQLText = "t.network",
        where condition: SQLText? = nil,
        called words: String
    ) -> Marks {
        .some(
            Rule(
                number: number,
                keeping: .lasting,
                columns: columns,
                owner: owner,
                network: network,
                condition: condition,
                words: words
            )
        )
    }

    /// Marks of rows that never change, recorded as a sum for each network.
    ///
    /// `statement`, if given, selects all rows, grouped by network. After the marked columns it has
    /// one more, which is null if the row's reference is broken.
    static func summed(
        _ number: Int64,
        _ columns: Marked...,
        reading statement: SQLText? = nil,
        called words: String
    ) -> Marks {
        .some(
            Rule(
                number: number,
                keeping: .summed,
                columns: columns,
                owner: "t.network",
                statement: statement,
                words: words
            )
        )
    }
}
