internal import Store

/// A table of which the journal has marks, by the number that stands in them; never changed.
///
/// What is marked is no word: settings, rules, and what opens something to somebody. Marks outlive
/// an erasure, so nothing is in them that could be guessed: what somebody signs in with only beside
/// their password, whose salt nobody knows once it is gone.
enum MarkedTable: Int64, CaseIterable, Sendable {
    case member = 1
    case person, organisation, network, offer, opportunity
    /// What an import brought in, summed for each network.
    case reference, origin
    case policy, token, code
    /// Hours that are not paid.
    case hours

    /// Whether its rows are changed.
    ///
    /// Of the others each row has a mark of its own, and goes away without a word.
    var isSummed: Bool { rawValue <= Self.origin.rawValue }

    /// Whether the marks of all rows of a network are one number.
    var isSummary: Bool { self == .reference || self == .origin }

    /// What it is called in the database.
    var name: String {
        switch self {
        case .member: "member"
        case .person: "person"
        case .organisation: "organisation"
        case .network: "network"
        case .offer: "offer"
        case .opportunity: "opportunity"
        case .reference: "reference"
        case .origin: "origin"
        case .policy: "policy"
        case .token: "token"
        case .code: "code"
        case .hours: "hours"
        }
    }

    /// What its columns hold, after the id that a mark stands after and the network.
    private var columns: [Column] {
        switch self {
        case .member: [.text, .text, .text, .number, .number, .text]
        case .person: [.text, .number, .text, .number]
        case .organisation: [.text, .number, .text, .number]
        case .network: [.text, .text, .text]
        case .offer: [.number, .number, .number, .number]
        case .opportunity: [.number, .number, .number]
        case .reference: [.text, .number]
        case .origin: [.text, .text, .number]
        case .policy: Array(repeating: .number, count: 9)
        case .token: [.bytes, .text, .number, .number]
        case .code: [.bytes, .number, .number, .number, .number]
        case .hours: [.number, .number, .number, .number, .number]
        }
    }

    private enum Column { case number, text, bytes }

    /// How its rows are read.
    private var reading: Reading {
        switch self {
        case .member:
            Reading(
                "t.id, network, number, folded_number, card, brought_by, joined_at, status",
                of: "member"
            )
        case .person:
            Reading(
                """
                t.id, 0, CASE WHEN password IS NULL THEN NULL ELSE login END,
                    CASE WHEN login IS NULL THEN 0 ELSE 1 END, password, password_at
                """,
                of: "person",
                where: "password IS NOT NULL OR login IS NOT NULL OR password_at IS NOT NULL"
            )
        case .organisation:
            Reading("t.id, network, slug, earns, spends, is_open", of: "organisation")
        case .network: Reading("t.id, t.id, slug, model, zone", of: "network")
        case .offer:
            Reading("t.id, network, organisation, adult, child, is_open", of: "offer")
        case .opportunity:
            Reading("t.id, network, organisation, minutes, is_open", of: "opportunity")
        case .reference, .origin, .policy, .token, .code, .hours:
            Reading(all: others, listed: nil)
        }
    }

    /// The statements that read a table's rows.
    fileprivate struct Reading {
        /// All that have a mark.
        let all: SQLText
        /// Those with some ids; nil where rows are never changed.
        let listed: SQLText?
    }

    /// All rows of those that are never changed.
    private var others: SQLText {
        switch self {
        case .reference:
            """
            SELECT r.network, r.network, r.reference, r.transfer, t.id FROM reference r
            LEFT JOIN transfer t ON t.id = r.transfer AND t.network = r.network
            ORDER BY r.network, r.reference
            """
        case .origin:
            """
            SELECT network, network, kind, reference, id FROM origin
            ORDER BY network, kind, reference
            """
        case .policy:
            """
            SELECT network, network, version, credit, mutual_limit, ceiling, newcomer_days,
                newcomer_gifts, rounding, expiry_days, since
            FROM policy ORDER BY network, version
            """
        case .token:
            """
            SELECT person, 0, digest, purpose, created_at, expires_at FROM token ORDER BY digest
            """
        case .code:
            """
            SELECT COALESCE(member, person, 0), COALESCE(network, 0), digest, person, member,
                created_at, expires_at
            FROM code ORDER BY digest
            """
        case .hours:
            """
            SELECT id, network, member, opportunity, organisation, minutes, day
            FROM hours WHERE status <> 'confirmed' ORDER BY id
            """
        case .member, .person, .organisation, .network, .offer, .opportunity: reading.all
        }
    }
}

/// A row's mark, and of which network the row is; 0 for none.
struct MarkedRow {
    let owner: Int64
    let network: Int64
    let mark: Mark
}

extension MarkedTable {
    /// Shows the mark of each row, until `body` returns false.
    ///
    /// - `see`: is shown the row as it was read; that of a reference ends with its transfer's id,
    ///   null where there is none, so that ten million of them are read once.
    func each(
        _ tx: Transaction,
        see: (Row) throws -> Void = { _ in },
        _ body: (MarkedRow) throws -> Bool
    ) throws {
        var press = MarkPress(self)
        let columns = columns
        try tx.each(reading.all) { row in
            try see(row)
            return try body(Self.pressed(&press, row, columns))
        }
    }

    /// The marks of the rows with these ids, by id; a row that has none is not there.
    func marks(of ids: [Int64], _ tx: Transaction) throws -> [Int64: Mark] {
        guard let listed = reading.listed else { return [:] }
        var press = MarkPress(self)
        let columns = columns
        var found: [Int64: Mark] = [:]
        try tx.each(listed, IDList(ids)) { row in
            let one = Self.pressed(&press, row, columns)
            found[one.owner] = one.mark
            return true
        }
        return found
    }

    /// The mark of a row whose columns are at hand.
    func mark(of owner: Int64, in network: Int64, _ values: [any Bindable]) -> Mark {
        var press = MarkPress(self)
        press.begin(owner, in: network)
        for value in values { press.add(value.bound) }
        return press.mark
    }

    private static func pressed(
        _ press: inout MarkPress,
        _ row: Row,
        _ columns: [Column]
    ) -> MarkedRow {
        let (owner, network) = (row.integer(0), row.integer(1))
        press.begin(owner, in: network)
        for (place, column) in columns.enumerated() {
            if row.isNull(place + 2) {
                press.add(.null)
                continue
            }
            switch column {
            case .number: press.add(.integer(row.integer(place + 2)))
            case .text: press.add(.text(row.text(place + 2)))
            case .bytes: press.add(.bytes(row.bytes(place + 2)))
            }
        }
        return MarkedRow(owner: owner, network: network, mark: press.mark)
    }
}

extension MarkedTable.Reading {
    /// Rows of a table that are changed, and have an id: their columns, and which of them.
    fileprivate init(_ columns: SQLText, of table: SQLText, where condition: SQLText = "1 = 1") {
        all = "SELECT \(columns) FROM \(table) t WHERE \(condition) ORDER BY t.id"
        listed = """
            \(IDList.asked)
            SELECT \(columns) FROM asked JOIN \(table) t ON t.id = asked.id WHERE \(condition)
            """
    }
}
