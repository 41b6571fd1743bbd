internal import Foundation
internal import PostgresStore
internal import Store
internal import Support
internal import Testing

/// Rows that are inserted many at a time are what inserting them one by one would leave.
@Suite struct ManyRowsTests {
    @Test(arguments: Engine.allCases, Seeds.some)
    func `whatever comes between rows, the tables are what a model in memory says`(
        on engine: Engine,
        seed: UInt64
    ) async throws {
        try await withHeap(on: engine) { shelf in
            let expected = try await shelf.database.write { tx in
                var random = SeededGenerator(seed: seed)
                var model: [Int64: HeapRow] = [:]
                for id in Int64(1)...9_000 {
                    let row = HeapRow(&random)
                    model[id] = row
                    try tx.add([.integer(id)] + row.values, by: HeapRow.insertion)
                    if id.isMultiple(of: 3) { try tx.add([.integer(id)], by: HeapRow.tally) }
                    switch Int.random(in: 0..<400, using: &random) {
                    case 0:
                        try tx.run("UPDATE heap SET number = $1 WHERE id = $2", Int64(7), id)
                        model[id]?.number = 7
                    case 1:
                        let gone = Int64.random(in: 1...id, using: &random)
                        let count = try tx.change("DELETE FROM heap WHERE id = $1", gone)
                        #expect(count == (model.removeValue(forKey: gone) == nil ? 0 : 1))
                    case 2:
                        let count = try tx.first("SELECT COUNT(*) FROM heap") { $0.integer(0) }
                        #expect(count == Int64(model.count), "seed \(seed)")
                    case 3:
                        let later = try tx.later("SELECT MAX(id) FROM heap") { $0.integer(0) }
                        try tx.add([.integer(-id)] + row.values, by: HeapRow.insertion)
                        model[-id] = row
                        #expect(try later.value() == id, "seed \(seed)")
                    default: break
                    }
                }
                return model
            }
            let found = try await shelf.database.report { try HeapRow.all($0) }
            #expect(found == expected, "seed \(seed)")
            let tally = try await shelf.database.read { tx in
                try tx.first("SELECT COUNT(*) FROM tally") { $0.integer(0) }
            }
            #expect(tally == 3_000)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a text of twenty megabytes goes with the others`(on engine: Engine) async throws {
        try await withHeap(on: engine) { shelf in
            let long = String(repeating: "ż", count: 10 << 20)
            try await shelf.database.write { tx in
                for id in Int64(1)...5 {
                    let row = HeapRow(words: id == 3 ? long : "short", blob: nil, number: id)
                    try tx.add([.integer(id)] + row.values, by: HeapRow.insertion)
                }
            }
            let lengths = try await shelf.database.read { tx in
                try tx.all("SELECT LENGTH(words) FROM heap ORDER BY id") { $0.integer(0) }
            }
            #expect(lengths == [5, 5, 10 << 20, 5, 5])
        }
    }

    @Test(arguments: Engine.allCases, [1, 3_999, 4_001, 8_500, 12_000])
    func `a row that the schema refuses undoes all of them, and the store goes on`(
        on engine: Engine,
        bad: Int
    ) async throws {
        try await withHeap(on: engine) { shelf in
            await #expect {
                try await shelf.database.write { tx in
                    try tx.run("INSERT INTO tally (id) VALUES (1)")
                    for id in 1...12_000 { try tx.add(Self.row(id, id == bad ? 13 : 1)) }
                }
            } throws: { if case StoreError.constraint = $0 { true } else { false } }
            for id in 1...3 {
                let left = try await shelf.count()
                #expect(left == [id - 1, id - 1])
                try await shelf.database.write { tx in
                    try tx.add([.integer(Int64(id))], by: HeapRow.tally)
                    try tx.add(Self.row(id, 1))
                }
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `two rows with one key undo all of them`(on engine: Engine) async throws {
        try await withHeap(on: engine) { shelf in
            await #expect(throws: StoreError.self) {
                try await shelf.database.write { tx in
                    for id in 1...5_000 { try tx.add(Self.row(id, 1)) }
                    try tx.add(Self.row(77, 1))
                }
            }
            let left = try await shelf.count()
            #expect(left == [0, 0])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a text with a NUL and a change that is refused leave nothing`(
        on engine: Engine
    ) async throws {
        try await withHeap(on: engine) { shelf in
            await #expect {
                try await shelf.database.write { tx in
                    for id in 1...5_000 { try tx.add(Self.row(id, 1)) }
                    try tx.add(
                        [.integer(0), .text("a\0b"), .null, .null],
                        by: HeapRow.insertion
                    )
                }
            } throws: { if case StoreError.constraint = $0 { true } else { false } }
            // The rows that were sent before would be refused, and nobody is told of that later.
            await #expect(throws: No.self) {
                try await shelf.database.write { tx in
                    for id in 1...4_000 {
                        try tx.add(Self.row(id, 1))
                    }
                    throw No()
                }
            }
            let left = try await shelf.count()
            #expect(left == [0, 0])
        }
    }

    @Test func `what was refused of rows under way is nothing to the next transaction`()
        async throws
    {
        var limits = PostgresStore.Limits()
        limits.connections = 1
        try await withPostgres(limits) { shelf, _ in
            try await shelf.database.define(HeapRow.script) { _ in }
            for _ in 1...3 {
                await #expect(throws: No.self) {
                    try await shelf.database.write { tx in
                        for id in 1...4_000 { try tx.add(Self.row(id, 13)) }
                        throw No()
                    }
                }
                let left = try await shelf.count()
                #expect(left == [0, 0])
            }
        }
    }

    @Test func `a thousand rows travel together`() async throws {
        try await withPostgres { shelf, store in
            try await shelf.database.define(HeapRow.script) { _ in }
            let before = store.trips
            try await shelf.database.write { tx in
                for id in 1...10_000 { try tx.add(Self.row(id, 1)) }
            }
            #expect(store.trips - before <= 4)
            let left = try await shelf.count()
            #expect(left == [10_000, 0])
        }
    }

    @Test(arguments: [100, 4_500, 9_000])
    func `rows whose connection goes before the commit are inserted once`(after: Int) async throws {
        try await withPostgres { shelf, _ in
            try await shelf.database.define(HeapRow.script) { _ in }
            let (gate, tries) = (Gate(), Count())
            async let change: Void = shelf.database.write { tx in
                let isFirst = tries.next() == 1
                for id in 1...10_000 {
                    try tx.add(Self.row(id, 1))
                    if isFirst, id == after { gate.pass() }
                }
            }
            await gate.awaitArrival()
            try await cut(shelf)
            gate.open()
            try await change
            #expect(tries.next() == 3)
            let left = try await shelf.count()
            #expect(left == [10_000, 0])
        }
    }

    @Test func `an insertion that cannot be told apart is a fault and inserts nothing`()
        async throws
    {
        let wrong = [
            Insertion("INSERT INTO tally (id) VALUES ($1 + 1)", "i"),
            Insertion("INSERT INTO tally (id) VALUES ($1) ON CONFLICT DO NOTHING", "i"),
            Insertion("INSERT INTO tally (id) VALUES ($1)", "x"),
            Insertion("INSERT INTO tally (id) VALUES ($1)", "ii"),
            Insertion("INSERT INTO tally (id) VALUES ($1)", "t"),
        ]
        try await withPostgres { shelf, _ in
            try await shelf.database.define(HeapRow.script) { _ in }
            for insertion in wrong {
                await #expect {
                    try await shelf.database.write { try $0.add([.integer(1)], by: insertion) }
                } throws: { if case StoreError.failed = $0 { true } else { false } }
            }
            let left = try await shelf.count()
            #expect(left == [0, 0])
        }
    }

    private static func row(_ id: Int, _ number: Int64) -> [Value] {
        [.integer(Int64(id)), .text("row \(id)"), .null, .integer(number)]
    }

    private func withHeap(
        on engine: Engine,
        _ body: (Shelf) async throws -> Void
    ) async throws {
        try await withShelf(on: engine) { shelf in
            try await shelf.database.define(HeapRow.script) { _ in }
            try await body(shelf)
        }
    }
}

extension Transaction {
    fileprivate func add(_ row: [Value]) throws { try add(row, by: HeapRow.insertion) }
}

extension Shelf {
    /// How many rows the two tables have.
    fileprivate func count() async throws -> [Int] {
        try await database.read { tx in
            try tx.all("SELECT COUNT(*) FROM heap UNION ALL SELECT COUNT(*) FROM tally") {
                Int($0.integer(0))
            }
        }
    }
}

/// A row with everything that a column can hold.
private struct HeapRow: Equatable, Sendable {
    var words: String?
    var blob: [UInt8]?
    var number: Int64?

    static let script = Script(
        """
        CREATE TABLE heap (
            id {id} PRIMARY KEY, words {text}, blob {bytes},
            number {int} CHECK (number <> 13)
        ){table};
        CREATE TABLE tally (id {id} PRIMARY KEY){table};

        """
    )

    static let insertion = Insertion(
        """
        INSERT INTO heap (
            id, words, blob, number)
        VALUES ($1, $2, $3, $4)
        """,
        "itbi"
    )

    static let tally = Insertion("INSERT INTO tally (id) VALUES ($1)", "i")

    /// Texts that mean something to somebody: an array, a line of `COPY`, a quoted string.
    private static let texts = [
        "", " ", "NULL", "\\N", "\\.", "{a,\"b\"}", "'; DROP TABLE heap; --", "a\tb\nc\r\n", "\\",
        "Łódź", "🌍", "\u{200B}", "e\u{301}", "\"", "$1", "%s",
    ]

    init(words: String?, blob: [UInt8]?, number: Int64?) {
        (self.words, self.blob, self.number) = (words, blob, number)
    }

    init(_ random: inout SeededGenerator) {
        words = Bool.random(using: &random) ? nil : Self.texts.randomElement(using: &random)
        let length = Int.random(in: -1...20, using: &random)
        blob =
            length < 0 ? nil : (0..<length).map { _ in .random(in: 0...255, using: &random) }
        let numbers: [Int64?] = [nil, 0, -1, .max, .min, 1 << 32, 42]
        number = numbers[Int.random(in: numbers.indices, using: &random)]
    }

    var values: [Value] {
        [
            words.map { .text($0) } ?? .null, blob.map { .bytes($0) } ?? .null,
            number.map { .integer($0) } ?? .null,
        ]
    }

    static func all(_ tx: Transaction) throws -> [Int64: HeapRow] {
        var found: [Int64: HeapRow] = [:]
        try tx.each("SELECT id, words, blob, number FROM heap") { row in
            found[row.integer(0)] = HeapRow(
                words: row.textIfAny(1),
                blob: row.bytesIfAny(2),
                number: row.integerIfAny(3)
            )
            return true
        }
        return found
    }
}
