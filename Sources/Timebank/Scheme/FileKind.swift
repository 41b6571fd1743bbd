internal import Store

/// A kind of file: what a part has of a network, as an export writes it and an import reads it.
///
/// What is done with files (reading, writing, the choice of `--kind`, templates, the dictionary and
/// the instructions of an export) knows no kind and reads this.
package struct FileKind: Sendable, Equatable, CustomStringConvertible {
    /// What it is called: the word after `--kind`, and the file's name in an export, without
    /// `.csv`.
    package let name: String
    /// The kinds that are imported before it, since its rows name theirs.
    package let after: [String]
    /// Whether its rows let people do what they could not do before.
    package let givesPowers: Bool
    /// Its columns, in the order in which an export writes them.
    package let columns: [Column]
    /// How its rows are read; nil for a record that stays with the server that kept it.
    let reading: FileReading?
    /// How the files in which other programs keep the same are read.
    let peers: [ImportFormat: FileReading]
    let writing: FileWriting

    /// A column: what it is called, what it means, and how it is filled in.
    package struct Column: Sendable {
        package let name: String
        /// What it means, for whoever reads an export.
        package let meaning: String
        /// A cell that shows how it is filled in.
        package let example: String
        let need: Need

        /// Whether files have it.
        enum Need: Sendable {
            /// A file without it is refused.
            case required
            /// It may be left out of a file to import.
            case optional
            /// The same; an export writes it only where this finds a row, with the network as `$1`.
            case further(SQLText)
        }
    }

    /// A kind of file.
    ///
    /// - `after`: the kinds that are imported before it, since its rows name theirs.
    /// - `givesPowers`: whether its rows let people do what they could not do before; such files
    ///   come from the command line alone.
    /// - `reading`: how its rows are read; nil for a record that stays where it is.
    /// - `peers`: how the files in which other programs keep the same are read.
    /// - `writing`: how an export finds its rows.
    init(
        _ name: String,
        after: [String] = [],
        givesPowers: Bool = false,
        _ columns: [Column],
        reading: FileReading?,
        peers: [ImportFormat: FileReading] = [:],
        writing: FileWriting
    ) {
        self.name = name
        self.after = after
        self.givesPowers = givesPowers
        self.columns = columns
        self.reading = reading
        self.peers = peers
        self.writing = writing
    }

    package var description: String { name }

    /// A kind is known by its name.
    package static func == (one: FileKind, other: FileKind) -> Bool { one.name == other.name }
}

extension FileKind.Column {
    /// A column that every file has.
    static func required(_ name: String, _ meaning: String, _ example: String) -> Self {
        Self(name: name, meaning: meaning, example: example, need: .required)
    }

    /// A column that a file to import may leave out.
    static func optional(_ name: String, _ meaning: String, _ example: String) -> Self {
        Self(name: name, meaning: meaning, example: example, need: .optional)
    }

    /// The column of a field, which every file has.
    static func required<Value>(_ field: Field<Value>, example: String) -> Self {
        required(field.name.column, field.meaning, example)
    }

    /// The column of a field, which a file to import may leave out.
    static func optional<Value>(_ field: Field<Value>, example: String) -> Self {
        optional(field.name.column, field.meaning, example)
    }

    /// A column of what is only exported, which nobody fills in.
    static func record(_ name: String, _ meaning: String) -> Self {
        Self(name: name, meaning: meaning, example: "", need: .optional)
    }

    /// A column that an export writes only where it says something.
    ///
    /// `statement` finds a row where it does, in the network that is its `$1`.
    static func further(
        _ name: String,
        _ meaning: String,
        _ example: String,
        where statement: SQLText
    ) -> Self {
        Self(name: name, meaning: meaning, example: example, need: .further(statement))
    }

    /// Whether a file without it is refused.
    package var isRequired: Bool { if case .required = need { true } else { false } }

    /// Whether an export writes it only where it says something.
    package var isFurther: Bool { if case .further = need { true } else { false } }
}

extension FileKind {
    /// The file's name in an export.
    package var file: String { name + ".csv" }

    /// Whether such files can be imported.
    package var isImported: Bool { reading != nil }

    /// The header and a row that shows how it is filled in, as CSV.
    package var template: [UInt8] {
        let columns = columns.filter { !$0.isFurther }
        var bytes: [UInt8] = []
        CSVWriter.append(columns.map(\.name), to: &bytes)
        CSVWriter.append(columns.map(\.example), to: &bytes)
        return bytes
    }
}
