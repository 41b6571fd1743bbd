package import Store

/// A column of a table: what it holds, and whose words.
package struct Column: Sendable {
    package let name: SQLText
    package let kind: Kind
    package let isOptional: Bool

    /// What a column holds.
    package enum Kind: Sendable {
        /// What its row is known by, where other tables name it.
        case id
        /// The id of a row of another table.
        case reference(to: String, Check)
        /// Whole minutes.
        case minutes
        /// A number that counts something or is on a closed list.
        case number
        /// 0 or 1.
        case flag
        /// Microseconds since 1970-01-01 00:00 UTC.
        case instant
        /// Days since 1970-01-01, in the network's time zone.
        case day
        /// A text of a closed list.
        case choice
        /// A text that the program makes or takes apart: a slug, a number, a list of ids.
        case code
        /// Bytes that are a digest, a key or a signature.
        case bytes
        /// A text that lets somebody in.
        case secret(Whose)
        /// A text that somebody wrote.
        case words(Whose)
    }

    /// Who sees to it that what a column names is there.
    package enum Check: Sendable {
        /// `verify` looks it up because the table says so.
        case listed
        /// The same, where 0 stands for nobody.
        case listedOrZero
        /// Something of its own does, which is named here.
        case elsewhere(String)
    }

    /// Whose words a text is, which decides what an erasure does to it.
    package enum Whose: Sendable, Hashable {
        /// A member's, or about a member: gone with them.
        case member
        /// A person's: gone when they belong nowhere any more.
        case person
        /// An organisation's or a network's, which people leave and words stay.
        case organisation
        case network
    }

    /// A column that always holds something.
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
    /// How a database keeps what a column holds.
    package enum Storage: Sendable {
        case integer, text, bytes

        /// What an `Insertion` calls it.
        var letter: Character {
            switch self {
            case .integer: "i"
            case .text: "t"
            case .bytes: "b"
            }
        }
    }

    /// How databases keep it.
    package var storage: Storage {
        switch kind {
        case .id, .reference, .minutes, .number, .flag, .instant, .day: .integer
        case .choice, .code, .secret, .words: .text
        case .bytes: .bytes
        }
    }

    /// Whose words it holds; nil where it holds nobody's.
    package var whose: Whose? {
        switch kind {
        case .words(let whose), .secret(let whose): whose
        default: nil
        }
    }

    /// The table whose rows it names; nil where it names none.
    package var target: String? {
        if case .reference(let table, _) = kind { table } else { nil }
    }

    /// The table whose rows it names, where `verify` looks them up because this says so.
    var listedTarget: String? {
        switch kind {
        case .reference(let table, .listed), .reference(let table, .listedOrZero): table
        default: nil
        }
    }

    /// The value of a row's column.
    func value(of row: Row, at position: Int) -> Value {
        if row.isNull(position) { return .null }
        return switch storage {
        case .integer: .integer(row.integer(position))
        case .text: .text(row.text(position))
        case .bytes: .bytes(row.bytes(position))
        }
    }
}
