internal import Ledger
internal import Store

/// The operations of which the audit reads more from the journal than their transfers.
enum JournalAct: String, CaseIterable {
    case imported = "network.import"
    case demo = "demo.make"
    case claim = "hours.claim"
    case confirm = "hours.confirm"
    case confirmMany = "hours.confirm-many"
    case enter = "hours.enter"
    case refuse = "hours.refuse"
    case accept = "redemption.accept"
    case office = "office.appoint"
    case found = "network.found"
    case staff = "staff.appoint"
    case guardian = "guardian.add"
    case relatives = "relative.declare"
    case makeOperator = "operator.make"
    case join = "code.join"
    case seal = "books.seal"
    case other = ""

    /// Finds the case for an operation's name; `other` where there is none.
    init(_ operation: String) { self = Self.named[operation] ?? .other }

    private static let named = Dictionary(
        uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) }
    )

    /// Whether its transfers may be dated at noon of the day of the hours.
    var isOfHours: Bool { self == .confirm || self == .confirmMany || self == .enter }
}

/// A row of the journal, parsed for the audit and for seals.
///
/// One object, since a million transfers of an import refer to one row and each looks at it.
final class JournalRow {
    let id: Int64
    /// The id of the network; 0 for none.
    let network: Int64
    let actor: Int64?
    /// The member on whose behalf it was done; nil for none.
    let behalf: Int64?
    let at: Int64
    /// The name of the operation.
    let operation: String
    let act: JournalAct
    /// The column `subjects` as stored.
    let text: String
    /// The ids in it, without those that only precede marks.
    let subjects: [Int64]
    /// The marks at its end.
    let marks: [OwnedMark]

    /// Parses a row with the columns id, network, actor, behalf, operation, subjects and time.
    init(_ row: Row) {
        id = row.integer(0)
        network = row.integerIfAny(1) ?? 0
        actor = row.integerIfAny(2)
        behalf = row.integerIfAny(3)
        operation = row.text(4)
        act = JournalAct(operation)
        text = row.text(5)
        (subjects, marks) = Self.parts(of: Self.ids(in: text))
        at = row.integer(6)
    }
}

extension JournalRow {
    /// Whether it states that from here on every row of the store has a mark.
    var saysAllIsMarked: Bool { operation == MarkRows.name && text.isEmpty }

    /// Parses a list of ids and marks: each mark belongs to the last id before it.
    static func marks(in numbers: some Sequence<Int64>) -> [OwnedMark] {
        var marks: [OwnedMark] = []
        var owner: Int64 = 0
        for number in numbers {
            if let mark = Mark(raw: number) {
                marks.append(OwnedMark(owner: owner, mark: mark))
            } else {
                owner = number
            }
        }
        return marks
    }

    /// Splits a list of numbers into ids and marks.
    ///
    /// The marks come last; the id before the first mark is its owner and not one of the ids.
    static func parts(of numbers: [Int64]) -> (ids: [Int64], marks: [OwnedMark]) {
        guard let first = numbers.firstIndex(where: { $0 < 0 }) else { return (numbers, []) }
        let start = max(first - 1, 0)
        return (Array(numbers[..<start]), marks(in: numbers[start...]))
    }
}

extension JournalRow {
    /// The value of each byte as a Crockford base 32 digit, 32 for any other byte.
    ///
    /// It is a table for speed, since an audit parses every row of the journal.
    private static let values = (0...UInt8.max).map { UInt64(Crockford.value(of: $0) ?? 32) }

    /// Parses ids and marks of thirteen characters each; words of any other length are skipped.
    static func ids(in text: String) -> [Int64] {
        var text = text
        let values = values
        return text.withUTF8 { bytes in
            var ids: [Int64] = []
            ids.reserveCapacity((bytes.count + 1) / (Crockford.length + 1))
            var number: UInt64 = 0
            var count = 0
            for byte in bytes {
                let value = values[Int(byte)]
                if value < 32 {
                    number = number << 5 | value
                    count += 1
                } else {
                    if count == Crockford.length { ids.append(Int64(bitPattern: number)) }
                    (number, count) = (0, 0)
                }
            }
            if count == Crockford.length { ids.append(Int64(bitPattern: number)) }
            return ids
        }
    }
}
