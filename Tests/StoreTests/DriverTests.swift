internal import Foundation
internal import Store
internal import Support
internal import Testing

/// What every driver has to keep.
@Suite struct DriverTests {
    @Test(arguments: Engine.allCases)
    func `arguments go by their numbers, not by where they stand`(_ engine: Engine) async throws {
        try await withShelf(on: engine) { shelf in
            try await shelf.database.write { tx in
                try tx.run(
                    "INSERT INTO thing (name, id, count) VALUES ($2, $1, $3)",
                    Int64(7),
                    "seven",
                    Int64(70)
                )
                try tx.run(
                    "UPDATE thing SET count = $3 - $2, name = $4 || $4 WHERE id = $1",
                    Int64(7),
                    Int64(1),
                    Int64(71),
                    "x"
                )
            }
            let found = try await shelf.database.read { tx in
                try tx.first("SELECT name, count FROM thing WHERE $2 = $1 + 1", 1, 2) {
                    "\($0.text(0)) \($0.integer(1))"
                }
            }
            #expect(found == "xx 70")
        }
    }

    @Test(arguments: Engine.allCases)
    func `what is asked ahead is answered in any order, in every kind of transaction`(
        _ engine: Engine
    ) async throws {
        try await withShelf(on: engine) { shelf in
            for id in Int64(1)...3 { try await shelf.put(id, "thing \(id)") }
            let look: @Sendable (Transaction) throws -> [String?] = { tx in
                let sql: SQLText = "SELECT name FROM thing WHERE id = $1"
                let asked = try (Int64(1)...4).map { try tx.later(sql, $0) { $0.text(0) } }
                let between = try tx.first("SELECT name FROM thing WHERE id = 2") { $0.text(0) }
                return try asked.reversed().map { try $0.value() } + [between]
            }
            let expected = [nil, "thing 3", "thing 2", "thing 1", "thing 2"]
            #expect(try await shelf.database.read(look) == expected)
            #expect(try await shelf.database.report(look) == expected)
            #expect(try await shelf.database.write(look) == expected)
        }
    }

    @Test(arguments: Engine.allCases)
    func `an argument that is missing is a fault`(_ engine: Engine) async throws {
        try await withShelf(on: engine) { shelf in
            await #expect(throws: StoreError.self) {
                try await shelf.database.read { tx in
                    try tx.first("SELECT $2", 1, as: { $0.integer(0) })
                }
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `text and bytes come back as they went in`(_ engine: Engine) async throws {
        try await withShelf(on: engine) { shelf in
            for text in ["", "Łódź", "'; DROP TABLE thing; --", "🌍"] {
                let back = try await shelf.database.read { tx in
                    try tx.first("SELECT $1, $2, $3", text, Array(text.utf8), String?.none) {
                        ($0.text(0), $0.bytes(1), $0.textIfAny(2))
                    }
                }
                #expect(back?.0 == text)
                #expect(back?.1 == Array(text.utf8))
                #expect(back.map { $0.2 == nil } == true)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `text with a NUL is refused, for not every database keeps it`(
        _ engine: Engine
    ) async throws {
        try await withShelf(on: engine) { shelf in
            await #expect {
                try await shelf.put(1, "a\0b")
            } throws: { error in
                if case StoreError.constraint = error { true } else { false }
            }
            try await shelf.put(2, "a")
            #expect(try await shelf.ids() == [2])
            let bytes = try await shelf.database.read { tx in
                try tx.first("SELECT $1", [UInt8]([97, 0, 98])) { $0.bytes(0) }
            }
            #expect(bytes == [97, 0, 98])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a statement may be run again while its rows are being looked at`(
        _ engine: Engine
    ) async throws {
        try await withShelf(on: engine) { shelf in
            for id in Int64(1)...3 { try await shelf.put(id, count: id % 3 + 1) }
            let chain = try await shelf.database.read { tx in
                try Self.follow(1, tx, left: 4)
            }
            #expect(chain == [1, 2, 3, 1])
        }
    }

    private static func follow(_ id: Int64, _ tx: Transaction, left: Int) throws -> [Int64] {
        guard left > 0 else { return [] }
        var chain: [Int64] = []
        try tx.each("SELECT id, count FROM thing WHERE id = $1", id) { row in
            chain = [row.integer(0)]
            chain += try follow(row.integer(1), tx, left: left - 1)
            // The row is still the one that was asked for.
            #expect(row.integer(0) == id)
            return true
        }
        return chain
    }

    @Test(arguments: Engine.allCases)
    func `one literal serves ten thousand different questions`(_ engine: Engine) async throws {
        try await withShelf(on: engine) { shelf in
            let sum = try await shelf.database.write { tx in
                for id in Int64(1)...10_000 {
                    try tx.run("INSERT INTO thing (id, name, count) VALUES ($1, '', $1)", id)
                }
                return try (Int64(1)...10_000).reduce(0) { sum, id in
                    try sum
                        + (tx.first("SELECT count FROM thing WHERE id = $1", id) { $0.integer(0) }
                            ?? 0)
                }
            }
            #expect(sum == 50_005_000)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a column holds only what it is for`(_ engine: Engine) async throws {
        try await withShelf(on: engine) { shelf in
            await #expect(throws: StoreError.self) {
                try await shelf.database.write { tx in
                    try tx.run("INSERT INTO thing (id, name, count) VALUES (1, 'a', 'many')")
                }
            }
            let ids = try await shelf.ids()
            #expect(ids == [])
        }
    }

    @Test(arguments: Engine.allCases)
    func `what a write has acknowledged the next read has`(_ engine: Engine) async throws {
        try await withShelf(on: engine) { shelf in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for id in Int64(1)...200 {
                    group.addTask {
                        try await shelf.put(id)
                        let seen = try await shelf.database.read { tx in
                            try tx.first("SELECT 1 FROM thing WHERE id = $1", id) { _ in true }
                        }
                        #expect(seen == true)
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a hundred writers at once lose nothing`(_ engine: Engine) async throws {
        try await withShelf(on: engine) { shelf in
            try await shelf.put(1)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<100 {
                    group.addTask {
                        try await shelf.database.write { tx in
                            try tx.run("UPDATE thing SET count = count + 1 WHERE id = 1")
                        }
                    }
                }
                try await group.waitForAll()
            }
            let count = try await shelf.database.read { tx in
                try tx.first("SELECT count FROM thing WHERE id = 1") { $0.integer(0) }
            }
            #expect(count == 100)
        }
    }

    @Test(arguments: Engine.allCases)
    func `of a batch only what refuses is undone`(_ engine: Engine) async throws {
        try await withShelf(on: engine) { shelf in
            let gate = Gate()
            async let first: Void = shelf.database.write { _ in gate.pass() }
            await gate.awaitArrival()
            let outcomes = await withTaskGroup(of: (Int64, Bool).self) { group in
                for id in Int64(1)...50 {
                    group.addTask {
                        let done: Void? = try? await shelf.database.write { tx in
                            try tx.run(
                                "INSERT INTO thing (id, name, count) VALUES ($1, '', 0)",
                                id
                            )
                            if id % 5 == 0 { throw No() }
                        }
                        return (id, done != nil)
                    }
                }
                gate.open()
                return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
            }
            try await first
            #expect(outcomes.allSatisfy { ($0 % 5 != 0) == $1 })
            #expect(try await shelf.ids() == (1...50).filter { $0 % 5 != 0 })
        }
    }

    @Test(arguments: Engine.allCases)
    func `a refusal comes back as itself`(_ engine: Engine) async throws {
        try await withShelf(on: engine) { shelf in
            await #expect(throws: No()) { try await shelf.database.write { _ in throw No() } }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a full queue says that it is busy`(_ engine: Engine) async throws {
        try await withShelf(on: engine, queue: 3) { shelf in
            let gate = Gate()
            async let first: Void = shelf.database.write { _ in gate.pass() }
            await gate.awaitArrival()
            let busy = await withTaskGroup(of: Bool.self) { group in
                for id in Int64(1)...10 {
                    group.addTask {
                        do { try await shelf.put(id) } catch StoreError.busy {
                            return true
                        } catch {}
                        return false
                    }
                }
                var busy = 0
                for await isBusy in group where isBusy {
                    busy += 1
                    if busy == 7 { gate.open() }
                }
                return busy
            }
            try await first
            #expect(busy == 7)
            #expect(try await shelf.ids().count == 3)
        }
    }

    @Test(arguments: Engine.allCases)
    func `somebody who goes away does not stop what they asked for`(_ engine: Engine) async throws {
        try await withShelf(on: engine) { shelf in
            let gate = Gate()
            async let first: Void = shelf.database.write { _ in gate.pass() }
            await gate.awaitArrival()
            let gone = Task { try await shelf.put(1) }
            gone.cancel()
            gate.open()
            try await first
            _ = await gone.result
            #expect(try await shelf.ids() == [1])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a read sees one moment, however long it takes`(_ engine: Engine) async throws {
        try await withShelf(on: engine) { shelf in
            try await shelf.put(1)
            let gate = Gate()
            async let counts = shelf.database.report { tx in
                let before = try tx.all("SELECT id FROM thing") { $0.integer(0) }
                gate.pass()
                return (before, try tx.all("SELECT id FROM thing") { $0.integer(0) })
            }
            await gate.awaitArrival()
            try await shelf.put(2)
            gate.open()
            let (before, after) = try await counts
            #expect(before == [1])
            #expect(after == [1])
        }
    }

    @Test(arguments: Engine.allCases)
    func `whatever a read sees lies below the horizon`(_ engine: Engine) async throws {
        try await withShelf(on: engine) { shelf in
            let gate = Gate()
            // A change that is under way, and not yet to be seen.
            async let change: Void = shelf.database.write { tx in
                try tx.run("INSERT INTO thing (id, name, count) VALUES (5, '', 0)")
                gate.pass()
            }
            await gate.awaitArrival()
            let (horizon, seen) = try await shelf.database.read { tx in
                (try tx.horizon(), try tx.all("SELECT id FROM thing") { $0.integer(0) })
            }
            gate.open()
            try await change
            #expect(seen.allSatisfy { $0 <= horizon })
            #expect(seen == [])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a closed store says so`(_ engine: Engine) async throws {
        try await withShelf(on: engine) { shelf in
            await shelf.database.close()
            await #expect(throws: StoreError.self) { try await shelf.put(1) }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a store may be closed twice, also at once`(_ engine: Engine) async throws {
        try await withShelf(on: engine) { shelf in
            try await shelf.put(1)
            async let once: Void = shelf.database.close()
            async let again: Void = shelf.database.close()
            _ = await (once, again)
            await shelf.database.close()
            await #expect(throws: StoreError.self) { try await shelf.put(2) }
        }
    }
}
