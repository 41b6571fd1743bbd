package import Store

/// A column of a table: its name, what it holds, and whether it may be null.
package struct Column: Sendable {
    package let name: SQLText
    package let kind: Kind
    package let isOptional: Bool

    /// What a column holds.
    package enum Kind: Sendable {
        /// The id of the row, which other tables use to refer to it.
        case id
        /// The id of a row of the table `to`; the check says what verifies that this row exists.
        case reference(to: String, Check)
        /// Whole minutes.
        case minutes
        /// A number: a count, a version, or a code of a fixed set.
        case number
        /// 0 or 1.
        case flag
        /// Microseconds since 1970-01-01 00:00 UTC.
        case instant
        /// Days since 1970-01-01, in the network's time zone.
        case day
        /// One of a fixed set of texts.
        case choice
        /// A text that the program generates or parses: a slug, a membership number, a list of ids.
        case code
        /// Bytes that are a digest, a key or a signature.
        case bytes
        /// A text that grants access: a password hash or the code of a card.
        case secret(Whose)
        /// Text that people entered, such as a name, a contact or a description.
        case words(Whose)
    }

    /// What verifies that the row to which a reference points exists.
    package enum Check: Sendable {
        /// `verify` checks the reference because of this declaration.
        case listed
        /// The same as ``listed``, but 0 is allowed and refers to no row.
        case listedOrZero
        /// A check of its own, named here, such as `Audit.checkWork`.
        case elsewhere(String)
    }

    /// Whose data a text is, which decides what an erasure does to it.
    package enum Whose: Sendable, Hashable {
        /// Written by a member or about one; removed when the member is erased.
        case member
        /// A person's; removed when the person no longer belongs to any network.
        case person
        /// Text of an organisation or of a network, which no erasure removes.
        case organisation
        case network
    }

    /// A column that is never null.
    package init(_ name: SQLText, _ kind: Kind) {
        self.init(name, kind, isOptional: false)
    }

    /// A column that may be null.
    package static func maybe(_ name: SQLText, _ kind: Kind) -> Column {
        Column(name, kind, isOptional: true)
    }

    private init(_ name: SQLText, _ kind: Kind, isOptional: Bool) {
        self.name = name
        self.kind = kind
        self.isOptional = isOptional
    }
}

extension Column {
    /// The storage type of a column.
    package enum Storage: Sendable {
        case integer, text, bytes

        /// The letter that stands for the type in an `Insertion`.
        var letter: Character {
            switch self {
            case .integer: "i"
            case .text: "t"
            case .bytes: "b"
            }
        }
    }

    /// The storage type of the column, derived from its kind.
    package var storage: Storage {
        switch kind {
        case .id, .reference, .minutes, .number, .flag, .instant, .day: .integer
        case .choice, .code, .secret, .words: .text
        case .bytes: .bytes
        }
    }

    /// Whose data the column holds; nil if it is neither text that people entered nor a secret.
    package var whose: Whose? {
        switch kind {
        case .words(let whose), .secret(let whose): whose
        default: nil
        }
    }

    /// The table to which the column refers; nil if the column is not a reference.
    package var target: String? {
        if case .reference(let table, _) = kind { table } else { nil }
    }

    /// The table to which the column refers, if `verify` checks it from this declaration; else nil.
    var listedTarget: String? {
        switch kind {
        case .reference(let table, .listed), .reference(let table, .listedOrZero): table
        default: nil
        }
    }

    /// Reads the column from a row, in which it has the index `position`.
    func value(of row: Row, at position: Int) -> Value {
        if row.isNull(position) { return .null }
        return switch storage {
        case .integer: .integer(row.integer(position))
        case .text: .text(row.text(position))
        case .bytes: .bytes(row.bytes(position))
        }
    }
}
