/// What a database is made of, apart from its rows: tables, checks, indexes, triggers and so on.
public struct Blueprint: Hashable, Sendable {
    /// One thing that a database is made of.
    public struct Part: Hashable, Sendable {
        /// What it is, as people call it: `table`, `trigger`, `view` and so on.
        public let kind: String
        /// Its name; of what belongs to a table, with the table's name before it.
        public let name: String
        /// Its definition, with no white space that means nothing.
        public let text: String

        /// A part.
        public init(_ kind: String, _ name: String, _ text: String) {
            self.kind = kind
            self.name = name
            self.text = text
        }

        fileprivate var place: Place { Place(kind: kind, name: name) }

        /// The table that it belongs to; nil for what belongs to none.
        fileprivate var table: String? {
            name.firstIndex(of: ".").map { String(name[..<$0]) }
        }

        /// A part whose definition is as it was typed.
        public static func typed(_ kind: String, _ name: String, _ text: String) -> Part {
            Part(kind, name, spaced(text))
        }

        /// A text with one blank for any white space in it, byte by byte, since a server does this
        /// with its whole schema before it starts.
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

    /// What a part is known by.
    fileprivate struct Place: Hashable, Comparable {
        let kind: String
        let name: String

        static func < (one: Place, other: Place) -> Bool {
            (one.kind, one.name) < (other.kind, other.name)
        }

        /// As people say it.
        var words: String {
            let parts = name.split(separator: ".", maxSplits: 1)
            return parts.count == 2
                ? "the \(kind) \(parts[1]) of the table \(parts[0])" : "the \(kind) \(name)"
        }
    }

    private let parts: [Place: Part]

    /// A database made of these parts.
    public init(_ parts: some Sequence<Part>) {
        self.parts = Dictionary(parts.map { ($0.place, $0) }) { first, _ in first }
    }

    /// Its parts, in an order that is always the same.
    public var list: [Part] { parts.values.sorted { $0.place < $1.place } }

    /// Sentences, one for each part that is missing, is not expected, or is not what was expected.
    ///
    /// Where a newer program has changed the store (`isGrown`) there may be tables, columns,
    /// checks and indexes that this one does not know, and whatever guards such a table; but
    /// nothing that acts by itself, and nothing else that touches a table that is known.
    public func differences(from expected: Blueprint, isGrown: Bool = false) -> [String] {
        let places = Set(parts.keys).union(expected.parts.keys).sorted()
        return places.compactMap { place in
            switch (parts[place], expected.parts[place]) {
            case (nil, _?): "\(place.words) is missing"
            case (let found?, nil):
                isGrown && mayHaveGrown(found, since: expected)
                    ? nil : "\(place.words) is not of Commonhour's making"
            case (let found?, let known?):
                found.text == known.text || (isGrown && found.hasGrown(from: known))
                    ? nil : "\(place.words) is not as Commonhour makes it"
            case (nil, nil): nil
            }
        }
    }

    private func mayHaveGrown(_ part: Part, since expected: Blueprint) -> Bool {
        switch part.kind {
        case "table", "column", "index", "constraint": true
        // A policy takes something away, but one more on a known table may give something.
        case "policy":
            part.table.map { expected.parts[Place(kind: "table", name: $0)] == nil } ?? false
        default: false
        }
    }
}

extension Blueprint.Part {
    /// Whether this is a table with columns that another one has not got, and the same besides.
    ///
    /// Adding a column puts it, with a comma, between two parts of the list in brackets.
    fileprivate func hasGrown(from old: Blueprint.Part) -> Bool {
        guard kind == "table" else { return false }
        let (new, old) = (Array(text.utf8), Array(old.text.utf8))
        let added = new.count - old.count
        guard added > 0 else { return false }
        let head = zip(new, old).prefix { $0 == $1 }.count
        let tail = zip(new.reversed(), old.reversed()).prefix { $0 == $1 }.count
        var depth = 0
        for place in 0...min(head, old.count - 1) {
            if place >= old.count - tail, depth == 1, new[place] == UInt8(ascii: ","),
                [UInt8(ascii: ","), UInt8(ascii: ")")].contains(new[place + added]),
                Self.isWhole(new[place..<(place + added)])
            {
                return true
            }
            if old[place] == UInt8(ascii: "(") { depth += 1 }
            if old[place] == UInt8(ascii: ")") { depth -= 1 }
        }
        return false
    }

    /// Whether every bracket that is opened in a text is closed in it, and no other.
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

/// What a database should be made of.
public struct Plan: Sendable {
    /// Every step that makes it, oldest first.
    public let steps: [Migration]
    /// What PostgreSQL says of it once all steps are done, where the role that serves makes
    /// nothing itself.
    public let onPostgres: Blueprint
    /// What a role that does not own the tables may do with them at most.
    public let rights: Rights

    /// A plan.
    public init(steps: [Migration], onPostgres: Blueprint, rights: Rights) {
        self.steps = steps
        self.onPostgres = onPostgres
        self.rights = rights
    }

    /// The text that makes the table in which done steps are noted, and then these steps.
    public func scripts(done: Set<Int64>) -> [Script] {
        [Migrator.table] + steps.filter { done.contains($0.number) }.map(\.script)
    }

    /// Whether a newer program has changed the store.
    public func isOutgrown(by done: Set<Int64>) -> Bool {
        !done.subtracting(steps.map(\.number)).isEmpty
    }
}

extension Transaction {
    /// The numbers of the steps that are done here.
    public func migrations() throws -> Set<Int64> {
        Set(try all("SELECT number FROM migration") { $0.integer(0) })
    }
}
