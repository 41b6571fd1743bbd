internal import Store
internal import Support
internal import Testing

/// What reads "everything since" stops at the horizon, and nothing is ever committed below it.
@Suite struct HorizonTests {
    @Test(arguments: Engine.allCases)
    func `it comes as far as can be seen when nothing is under way`(_ engine: Engine) async throws {
        try await withShelf(on: engine) { shelf in
            try await shelf.put(1)
            try await shelf.put(9)
            try await shelf.database.advanceHorizon(to: Shelf.largest)
            #expect(try await horizon(of: shelf) >= 9)
        }
    }

    @Test(arguments: Engine.allCases)
    func `it stays below what is under way`(_ engine: Engine) async throws {
        try await withShelf(on: engine) { shelf in
            try await shelf.put(1)
            try await shelf.database.advanceHorizon(to: Shelf.largest)
            let gate = Gate()
            async let slow: Void = shelf.database.write { tx in
                _ = try tx.change("INSERT INTO thing (id, name, count) VALUES (5, '', 0)")
                gate.pass()
            }
            await gate.awaitArrival()
            if engine == .postgres {
                // On the other one nobody can write beside it.
                try await shelf.put(9)
                for _ in 0..<3 { try await shelf.database.advanceHorizon(to: Shelf.largest) }
                #expect(try await horizon(of: shelf) < 5)
            }
            gate.open()
            try await slow
            try await shelf.put(10)
            for _ in 0..<2 { try await shelf.database.advanceHorizon(to: Shelf.largest) }
            #expect(try await horizon(of: shelf) >= 10)
        }
    }

    @Test func `while somebody writes it spares who drew an id just now`() async throws {
        try await withPostgres { shelf, _ in
            try await shelf.put(50)
            let (gate, tries) = (Gate(), Count())
            async let slow: Void = shelf.database.write { tx in
                if tries.next() == 1 {
                    _ = try tx.change("UPDATE thing SET count = 1 WHERE id = 50")
                    gate.pass()
                }
                try tx.run("INSERT INTO thing (id, name, count) VALUES (45, '', 0)")
            }
            await gate.awaitArrival()
            try await shelf.database.advanceHorizon(to: Shelf.largest, sparing: 10)
            gate.open()
            try await slow
            #expect(tries.next() == 2)
            try await shelf.database.advanceHorizon(to: Shelf.largest, sparing: 10)
            try await shelf.database.advanceHorizon(to: Shelf.largest, sparing: 10)
            #expect(try await horizon(of: shelf) == 50)
        }
    }

    @Test func `who comes with an id that is no longer taken is run again`() async throws {
        for engine in [Engine.postgres] {
            try await withShelf(on: engine) { shelf in
                try await shelf.put(9)
                try await shelf.database.advanceHorizon(to: Shelf.largest)
                let tries = Count()
                try await shelf.database.write { tx in
                    let id = tries.next() == 1 ? 5 : try tx.pendingHorizon() + 1
                    try tx.run("INSERT INTO thing (id, name, count) VALUES ($1, '', 0)", id)
                }
                #expect(try await shelf.ids() == [9, 10])
                #expect(tries.next() == 3)
            }
        }
    }

    /// Whoever began before the horizon moved, and has not written yet, is not overlooked.
    @Test func `who looked before it moved and writes after it is run again`() async throws {
        for engine in [Engine.postgres] {
            try await withShelf(on: engine) { shelf in
                try await shelf.put(9)
                let (gate, tries) = (Gate(), Count())
                async let late: Void = shelf.database.write { tx in
                    _ = try tx.first("SELECT COUNT(*) FROM thing") { $0.integer(0) }
                    let isFirst = tries.next() == 1
                    if isFirst { gate.pass() }
                    let id = isFirst ? 5 : try tx.pendingHorizon() + 1
                    try tx.run("INSERT INTO thing (id, name, count) VALUES ($1, '', 0)", id)
                }
                await gate.awaitArrival()
                try await shelf.database.advanceHorizon(to: Shelf.largest)
                #expect(try await horizon(of: shelf) == 9)
                gate.open()
                try await late
                #expect(try await shelf.ids() == [9, 10])
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `many who write and one who moves it never leave anything below it`(
        _ engine: Engine
    ) async throws {
        try await withShelf(on: engine) { shelf in
            let count = Count()
            let moving = Task {
                var seen: [(horizon: Int64, below: Int64)] = []
                while !Task.isCancelled {
                    try await shelf.database.advanceHorizon(to: Shelf.largest)
                    seen.append(try await below(shelf))
                }
                return seen
            }
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        for _ in 0..<50 {
                            // Drawn before the transaction, as if it were under way for long.
                            let drawn = Int64(count.next())
                            try? await shelf.database.write { tx in
                                let id = max(drawn, try tx.pendingHorizon() + 1)
                                try tx.run(
                                    """
                                    INSERT INTO thing (id, name, count) VALUES ($1, '', 0)
                                    ON CONFLICT (id) DO NOTHING
                                    """,
                                    id
                                )
                            }
                        }
                    }
                }
            }
            moving.cancel()
            let seen = try await moving.value
            for (horizon, below) in seen where horizon < .max {
                let after = try await shelf.database.read { tx in
                    try tx.first("SELECT COUNT(*) FROM thing WHERE id <= $1", horizon) {
                        $0.integer(0)
                    }
                }
                #expect(after == below, "something came below \(horizon)")
            }
        }
    }

    private func horizon(of shelf: Shelf) async throws -> Int64 {
        try await shelf.database.read { try $0.horizon() }
    }

    private func below(_ shelf: Shelf) async throws -> (horizon: Int64, below: Int64) {
        try await shelf.database.read { tx in
            let horizon = try tx.horizon()
            let below = try tx.first("SELECT COUNT(*) FROM thing WHERE id <= $1", horizon) {
                $0.integer(0)
            }
            return (horizon, below ?? -1)
        }
    }
}
