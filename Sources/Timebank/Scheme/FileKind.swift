internal import Store

/// A kind of CSV file in which a part's data of one network is exported and imported.
///
/// Generic code (import, export, the option `--kind`, templates, and the data dictionary and
/// instructions in an export) uses only these declarations and knows no particular kind.
package struct FileKind: Sendable, Equatable, CustomStringConvertible {
    /// Its name: the value of `--kind`, and the name of the exported file without `.csv`.
    package let name: String
    /// The kinds to import before this one, because its rows refer to theirs.
    package let after: [String]
    /// Whether its rows grant roles or other permissions.
    ///
    /// Such files can be imported only from the command line.
    package let grantsRoles: Bool
    /// Its columns, in the order in which an export writes them.
    package let columns: [Column]
    /// How its rows are imported; nil for a record that can only be exported.
    let reading: FileReading?
    /// How files with the same content from other programs are imported.
    let peers: [ImportFormat: FileReading]
    let writing: FileWriting

    /// A column: its name, its meaning, and an example.
    package struct Column: Sendable {
        package let name: String
        /// What it means, for the readers of an export.
        package let meaning: String
        /// An example of a cell, for templates.
        package let example: String
        let need: Need

        /// Whether a file must have the column.
        enum Need: Sendable {
            /// A file without it is refused.
            case required
            /// A file to import may omit it.
            case optional
            /// The same as ``optional``, and an export writes it only if this statement finds a
            /// row.
            ///
            /// The statement's `$1` is the network.
            case further(SQLText)
        }
    }

    /// Declares a kind of file.
    ///
    /// - `after`: the kinds to import before this one, because its rows refer to theirs.
    /// - `grantsRoles`: whether its rows grant roles or other permissions; such files can be
    ///   imported only from the command line.
    /// - `reading`: how its rows are imported; nil for a record that can only be exported.
    /// - `peers`: how files with the same content from other programs are imported.
    /// - `writing`: how an export finds its rows.
    init(
        _ name: String,
        after: [String] = [],
        grantsRoles: Bool = false,
        _ columns: [Column],
        reading: FileReading?,
        peers: [ImportFormat: FileReading] = [:],
        writing: FileWriting
    ) {
        self.name = name
        self.after = after
        self.grantsRoles = grantsRoles
        self.columns = columns
        self.reading = reading
        self.peers = peers
        self.writing = writing
    }

    package var description: String { name }

    /// Kinds are equal if they have the same name.
    package static func == (one: FileKind, other: FileKind) -> Bool { one.name == other.name }
}

extension FileKind.Column {
    /// A column that every file must have.
    static func required(_ name: String, _ meaning: String, _ example: String) -> Self {
        Self(name: name, meaning: meaning, example: example, need: .required)
    }

    /// A column that a file to import may omit.
    static func optional(_ name: String, _ meaning: String, _ example: String) -> Self {
        Self(name: name, meaning: meaning, example: example, need: .optional)
    }

    /// A column for a field, which every file must have.
    static func required<Value>(_ field: Field<Value>, example: String) -> Self {
        required(field.name.column, field.meaning, example)
    }

    /// A column for a field, which a file to import may omit.
    static func optional<Value>(_ field: Field<Value>, example: String) -> Self {
        optional(field.name.column, field.meaning, example)
    }

    /// A column of a file that is only exported; it needs no example.
    static func record(_ name: String, _ meaning: String) -> Self {
        Self(name: name, meaning: meaning, example: "", need: .optional)
    }

    /// A column that an export writes only if some row has a value for it.
    ///
    /// `statement` finds such a row; its `$1` is the network.
    static func further(
        _ name: String,
        _ meaning: String,
        _ example: String,
        where statement: SQLText
    ) -> Self {
        Self(name: name, meaning: meaning, example: example, need: .further(statement))
    }

    /// Whether a file without the column is refused.
    package var isRequired: Bool { if case .required = need { true } else { false } }

    /// Whether an export writes the column only if some row has a value for it.
    package var isFurther: Bool { if case .further = need { true } else { false } }
}

extension FileKind {
    /// The name of the file in an export, with `.csv`.
    package var file: String { name + ".csv" }

    /// Whether files of this kind can be imported.
    package var isImported: Bool { reading != nil }

    /// A header and one example row, as CSV, without the columns made by `further`.
    package var template: [UInt8] {
        let columns = columns.filter { !$0.isFurther }
        var bytes: [UInt8] = []
        CSVWriter.append(columns.map(\.name), to: &bytes)
        CSVWriter.append(columns.map(\.example), to: &bytes)
        return bytes
    }
}
