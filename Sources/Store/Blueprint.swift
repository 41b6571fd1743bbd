/// The schema of a database: tables, checks, indexes, triggers and so on, without the rows.
public struct Blueprint: Hashable, Sendable {
    /// One object of the schema.
    public struct Part: Hashable, Sendable {
        /// The kind of object: `table`, `trigger`, `view` and so on.
        public let kind: String
        /// Its name; that of an object of a table begins with the table's name and a point.
        public let name: String
        /// Its definition, with insignificant white space removed.
        public let text: String

        /// An object with its definition in normal form.
        public init(_ kind: String, _ name: String, _ text: String) {
            self.kind = kind
            self.name = name
            self.text = text
        }

        fileprivate var key: Key { Key(kind: kind, name: name) }

        /// The table that the object belongs to; nil where it belongs to none.
        fileprivate var table: String? {
            name.firstIndex(of: ".").map { String(name[..<$0]) }
        }

        /// An object whose definition has the white space that it was typed with.
        public static func typed(_ kind: String, _ name: String, _ text: String) -> Part {
            Part(kind, name, spaced(text))
        }

        /// The text with each run of white space replaced by one blank, and none at its ends.
        ///
        /// Byte by byte, because a server does this with its whole schema before it starts.
        private static func spaced(_ text: String) -> String {
            var bytes: [UInt8] = []
            bytes.reserveCapacity(text.utf8.count)
            var isGap = false
            for byte in text.utf8 {
                if byte == UInt8(ascii: " ") || (9...13).contains(byte) {
                    isGap = !bytes.isEmpty
                } else {
                    if isGap { bytes.append(UInt8(ascii: " ")) }
                    isGap = false
                    bytes.append(byte)
                }
            }
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    /// The key of an object: its kind and name.
    fileprivate struct Key: Hashable, Comparable {
        let kind: String
        let name: String

        static func < (one: Key, other: Key) -> Bool {
            (one.kind, one.name) < (other.kind, other.name)
        }

        /// The key for a message, such as `table member`.
        var words: String {
            let parts = name.split(separator: ".", maxSplits: 1)
            return parts.count == 2
                ? "the \(kind) \(parts[1]) of the table \(parts[0])" : "the \(kind) \(name)"
        }
    }

    private let parts: [Key: Part]

    /// A schema made of these objects; of two with the same key the first counts.
    public init(_ parts: some Sequence<Part>) {
        self.parts = Dictionary(parts.map { ($0.key, $0) }) { first, _ in first }
    }

    /// The objects, ordered by kind and name.
    public var list: [Part] { parts.values.sorted { $0.key < $1.key } }

    /// The differences from an expected schema, as sentences: one for each object that is missing,
    /// unexpected or defined in another way.
    ///
    /// `isGrown` says that a newer program has migrated the store. Then tables, columns, checks and
    /// indexes that this program does not know are allowed, and so is what guards an unknown table;
    /// but no trigger or rule, and nothing else on a known table.
    public func differences(from expected: Blueprint, isGrown: Bool = false) -> [String] {
        let keys = Set(parts.keys).union(expected.parts.keys).sorted()
        return keys.compactMap { key in
            switch (parts[key], expected.parts[key]) {
            case (nil, _?): "\(key.words) is missing"
            case (let found?, nil):
                isGrown && mayHaveGrown(found, since: expected)
                    ? nil : "\(key.words) is not of Commonhour's making"
            case (let found?, let known?):
                found.text == known.text || (isGrown && found.hasGrown(from: known))
                    ? nil : "\(key.words) is not as Commonhour makes it"
            case (nil, nil): nil
            }
        }
    }

    private func mayHaveGrown(_ part: Part, since expected: Blueprint) -> Bool {
        switch part.kind {
        case "table", "column", "index", "constraint": true
        // A policy restricts, but one more policy on a known table can allow more.
        case "policy":
            part.table.map { expected.parts[Key(kind: "table", name: $0)] == nil } ?? false
        default: false
        }
    }
}

extension Blueprint.Part {
    /// Whether this is the same table as another one, with columns added.
    ///
    /// `ADD COLUMN` puts the new column, with a comma, between two items of the list in brackets.
    fileprivate func hasGrown(from old: Blueprint.Part) -> Bool {
        guard kind == "table" else { return false }
        let (new, old) = (Array(text.utf8), Array(old.text.utf8))
        let added = new.count - old.count
        guard added > 0 else { return false }
        let head = zip(new, old).prefix { $0 == $1 }.count
        let tail = zip(new.reversed(), old.reversed()).prefix { $0 == $1 }.count
        var depth = 0
        for index in 0...min(head, old.count - 1) {
            if index >= old.count - tail, depth == 1, new[index] == UInt8(ascii: ","),
                [UInt8(ascii: ","), UInt8(ascii: ")")].contains(new[index + added]),
                Self.isWhole(new[index..<(index + added)])
            {
                return true
            }
            if old[index] == UInt8(ascii: "(") { depth += 1 }
            if old[index] == UInt8(ascii: ")") { depth -= 1 }
        }
        return false
    }

    /// Whether the brackets in a text are balanced.
    private static func isWhole(_ text: some Sequence<UInt8>) -> Bool {
        var depth = 0
        for byte in text {
            if byte == UInt8(ascii: "(") { depth += 1 }
            if byte == UInt8(ascii: ")") { depth -= 1 }
            if depth < 0 { return false }
        }
        return depth == 0
    }
}

/// What the schema of a database should be.
public struct Plan: Sendable {
    /// All migrations, oldest first.
    public let steps: [Migration]
    /// The schema on PostgreSQL after all migrations, leaving out what belongs to the serving role.
    public let onPostgres: Blueprint
    /// The most that a role which does not own the tables may do with them.
    public let rights: Rights

    /// A plan from its three parts.
    public init(steps: [Migration], onPostgres: Blueprint, rights: Rights) {
        self.steps = steps
        self.onPostgres = onPostgres
        self.rights = rights
    }

    /// The scripts of the table of migrations and of the migrations that are done.
    public func scripts(done: Set<Int64>) -> [Script] {
        [Migrator.table] + steps.filter { done.contains($0.number) }.map(\.script)
    }

    /// Whether a migration is done that this plan does not know, so a newer program has run it.
    public func isOutgrown(by done: Set<Int64>) -> Bool {
        !done.subtracting(steps.map(\.number)).isEmpty
    }
}

extension Transaction {
    /// The numbers of the migrations that are done in this store.
    public func migrations() throws -> Set<Int64> {
        Set(try all("SELECT number FROM migration") { $0.integer(0) })
    }
}
