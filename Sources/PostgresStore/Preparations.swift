internal import CLibpq
internal import Store

/// What a database is asked.
enum Statement {
    /// A literal of the program, understood once.
    case literal(SQLText)
    /// A text that was put together, without any value in it.
    case text(String)

    /// The statement as it is sent.
    var text: String {
        switch self {
        case .literal(let sql): "\(sql)"
        case .text(let text): text
        }
    }

    /// The statement on one line.
    var words: String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

/// A statement that a connection understands once, for arguments of some types.
final class Preparation {
    enum State { case unknown, sent, ready }

    let statement: Statement
    let types: [Oid]
    var state = State.unknown
    var name = ""

    init(_ statement: Statement, types: [Oid]) {
        self.statement = statement
        self.types = types
    }
}

/// What a connection has prepared: each literal once for each kind of arguments.
struct Preparations {
    /// A literal is known by where it stands in the program.
    private var known: [UInt: [Preparation]] = [:]
    /// The statements that insert many rows, by the literal that inserts one.
    private var many: [UInt: Preparation] = [:]

    /// The statement that inserts many rows, an array for each column.
    mutating func find(_ insertion: Insertion) throws -> Preparation {
        let place = insertion.sql.place
        if let known = many[place] { return known }
        let kinds = try insertion.columnKinds
        let text = try insertion.textForMany(kinds)
        let fresh = Preparation(.text(text), types: kinds.map(\.arrayType))
        many[place] = fresh
        return fresh
    }

    /// The preparation of a literal that fits these arguments, made where there is none.
    ///
    /// A null fits any type. A new one takes over for its nulls what is known of their types, so
    /// that there is one for each literal in the end.
    mutating func find(_ sql: SQLText, _ values: [Value]) -> Preparation {
        let place = sql.place
        let types = values.map(Arguments.type)
        let others = known[place] ?? []
        if let fit = others.last(where: { Self.fits(types, $0.types) }) { return fit }
        var merged = types
        for other in others where Self.fits(types, other.types, either: true) {
            for index in merged.indices where merged[index] == 0 {
                merged[index] = other.types[index]
            }
        }
        let fresh = Preparation(.literal(sql), types: merged)
        known[place, default: []].append(fresh)
        return fresh
    }

    /// Whether arguments of some types can be given to what expects other ones.
    private static func fits(_ types: [Oid], _ wanted: [Oid], either: Bool = false) -> Bool {
        types.count == wanted.count
            && zip(types, wanted).allSatisfy { $0 == 0 || $0 == $1 || (either && $1 == 0) }
    }
}
