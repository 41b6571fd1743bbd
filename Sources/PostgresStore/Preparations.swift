internal import CLibpq
internal import Store

/// A statement for the server.
enum Statement {
    /// A literal of the program, which is prepared.
    case literal(SQLText)
    /// A composed text without values, which is not prepared, or prepared under an insertion.
    case text(String)

    var text: String {
        switch self {
        case .literal(let sql): "\(sql)"
        case .text(let text): text
        }
    }

    /// The statement on one line, for messages.
    var words: String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

/// A prepared statement for arguments of certain types.
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

/// The prepared statements of a connection: one for each literal and combination of argument types.
struct Preparations {
    /// Prepared literals by address.
    private var known: [UInt: [Preparation]] = [:]
    /// Statements that insert many rows, by the address of the one that inserts one row.
    private var many: [UInt: Preparation] = [:]

    /// The statement that inserts many rows, with an array for each column.
    mutating func find(_ insertion: Insertion) throws -> Preparation {
        let address = insertion.sql.address
        if let known = many[address] { return known }
        let kinds = try insertion.columnKinds
        let text = try insertion.textForMany(kinds)
        let fresh = Preparation(.text(text), types: kinds.map(\.arrayType))
        many[address] = fresh
        return fresh
    }

    /// The prepared statement for a literal and these arguments; a new one where none fits.
    ///
    /// A null fits any type. A new statement takes the types of its nulls from earlier ones, so
    /// that in the end one is left for each literal.
    mutating func find(_ sql: SQLText, _ values: [Value]) -> Preparation {
        let address = sql.address
        let types = values.map(Arguments.type)
        let others = known[address] ?? []
        if let fit = others.last(where: { Self.fits(types, $0.types) }) { return fit }
        var merged = types
        for other in others where Self.fits(types, other.types, either: true) {
            for index in merged.indices where merged[index] == 0 {
                merged[index] = other.types[index]
            }
        }
        let fresh = Preparation(.literal(sql), types: merged)
        known[address, default: []].append(fresh)
        return fresh
    }

    /// Whether arguments of these types can be given for parameters of the wanted types; 0 is null.
    private static func fits(_ types: [Oid], _ wanted: [Oid], either: Bool = false) -> Bool {
        types.count == wanted.count
            && zip(types, wanted).allSatisfy { $0 == 0 || $0 == $1 || (either && $1 == 0) }
    }
}
