internal import Store

/// Whether the journal has marks of a table's rows, so that `verify` names a row that somebody
/// changed by hand, and of what.
///
/// What is marked is no word: settings, rules, and what opens something to somebody. Marks outlive
/// an erasure, so nothing is in them that could be guessed: what somebody signs in with only beside
/// their password, whose salt nobody knows once it is gone.
package enum Marks: Sendable {
    /// The journal has none, for this reason.
    case none(String)
    case some(Rule)

    /// What of a row is marked, and how.
    package struct Rule: Sendable {
        /// The number that stands in each mark, from 1 to 15; never changed, and of one table only.
        let number: Int64
        let keeping: Keeping
        let columns: [Marked]
        /// What the id is of that a mark stands after.
        var owner: SQLText = "t.id"
        var network: SQLText = "t.network"
        /// Which rows have a mark; nil for all.
        var condition: SQLText?
        /// The statement that reads all rows, where it is not made out of the columns.
        var statement: SQLText?
        var erased: Erased?
        /// What a sentence calls what stands before the owner's id; nil for the table's name.
        var words: String?
    }

    /// How marks of a table's rows are kept.
    enum Keeping: Sendable {
        /// Rows are changed: the journal says how much the mark of each grew.
        case changing
        /// Rows are never changed: each has a mark of its own, and goes away without a word.
        case lasting
        /// Rows are never changed and many: the marks of all that one owner has are one number.
        case summed
    }

    /// A column that is marked, or what is marked instead of it.
    package struct Marked: Sendable, ExpressibleByStringLiteral {
        let text: SQLText
        /// How it is kept; nil for a column, of which the table says so.
        let storage: Column.Storage?

        /// A column of the table.
        package init(stringLiteral name: StaticString) {
            text = SQLText(stringLiteral: name)
            storage = nil
        }

        private init(text: SQLText, storage: Column.Storage) {
            self.text = text
            self.storage = storage
        }

        /// What is made out of columns.
        static func made(_ text: SQLText, _ storage: Column.Storage) -> Marked {
            Marked(text: text, storage: storage)
        }
    }

    /// Rows that are left as an erasure left them: it may be made again in a restored store, which
    /// leaves no row in the journal.
    struct Erased: Sendable {
        /// Finds the ids of all that were erased.
        let ids: SQLText
        /// Finds the network and the id of each that is not as an erasure leaves it.
        let undone: SQLText
    }
}

extension Marks {
    /// No marks, for this reason.
    package static func unmarked(_ reason: String) -> Marks { .none(reason) }

    /// Marks of rows that have an id and are changed.
    ///
    /// - `condition`: which rows have a mark.
    /// - `erased`: the rows of those who were erased.
    /// - `words`: what a sentence calls what stands before the row's id.
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

    /// Marks of rows that are never changed, each by itself.
    ///
    /// - `owner`: what the id is of that the mark stands after.
    /// - `words`: what a sentence calls what stands before that id.
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

    /// Marks of rows that are never changed, added up for each network.
    ///
    /// `statement` reads all rows, a network's one after another, and after the columns one more,
    /// which is null where what the row names is not there.
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
