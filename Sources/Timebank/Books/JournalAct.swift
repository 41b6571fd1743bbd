internal import Ledger

/// What the journal calls the operations of which the books keep more than their transfers.
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

    /// The act of an operation's name.
    init(_ operation: String) { self = Self.named[operation] ?? .other }

    private static let named = Dictionary(
        uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) }
    )

    /// Whether its transfers are dated at noon of the day on which hours were given.
    var isOfHours: Bool { self == .confirm || self == .confirmMany || self == .enter }
}

/// A row of the journal, as far as the books are compared with it.
struct JournalRow {
    let id: Int64
    /// Its network, or 0.
    let network: Int64
    let actor: Int64?
    /// For whom it was done.
    let behalf: Int64?
    let at: Int64
    /// Which operation, as it stands there.
    let operation: String
    let act: JournalAct
    /// What it says that it made or touched, as it stands there.
    let text: String
    /// The ids of that, without those that stand there only for the marks after them.
    let subjects: [Int64]
    /// The marks that stand at its end.
    let marks: [OwnedMark]
}

extension JournalRow {
    /// Whether it says that every row of the store has a mark from there on.
    var saysAllIsMarked: Bool { operation == MarkRows.name && text.isEmpty }

    /// The marks in a list of numbers: each is of the id that stands last before it.
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

    /// A list of numbers taken apart: the ids that come first, and the marks at its end, of which
    /// the first stands after an id of its own.
    static func parts(of numbers: [Int64]) -> (ids: [Int64], marks: [OwnedMark]) {
        guard let first = numbers.firstIndex(where: { $0 < 0 }) else { return (numbers, []) }
        let start = max(first - 1, 0)
        return (Array(numbers[..<start]), marks(in: numbers[start...]))
    }
}

extension JournalRow {
    /// What each byte counts, 32 where it is no symbol: a row of the journal has many.
    private static let values = (0...UInt8.max).map { UInt64(Crockford.value(of: $0) ?? 32) }

    /// The ids and marks that stand in a row's text, thirteen characters each; others are left
    /// out.
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
