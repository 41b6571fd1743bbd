internal import Foundation
internal import SQLiteStore
internal import Store
internal import Support
internal import Synchronization
internal import Testing

/// A store whose file goes away while it is open.
@Suite struct WatchTests {
    @Test func `nothing is taken in or answered once the file has another name`() async throws {
        try await withShelf(on: .sqlite) { shelf in
            try await shelf.put(1)
            try move(shelf.path, to: shelf.path + ".away")
            await expectUnavailable { try await shelf.put(2) }
            await expectUnavailable { _ = try await shelf.ids() }
            await expectUnavailable { _ = try await shelf.database.report { _ in 1 } }
            await expectUnavailable { try await shelf.database.backup(to: shelf.path + ".copy") }
            try move(shelf.path + ".away", to: shelf.path)
            try await shelf.put(3)
            #expect(try await shelf.ids() == [1, 3])
        }
    }

    @Test func `what goes away while a change is made leaves it in doubt`() async throws {
        try await withShelf(on: .sqlite) { shelf in
            let path = shelf.path
            do {
                try await shelf.database.write { tx in
                    try tx.run("INSERT INTO thing (id, name, count) VALUES (1, '', 0)")
                    try move(path, to: path + ".away")
                }
                Issue.record("it was acknowledged")
            } catch StoreError.inDoubt(let words) {
                #expect(words.contains("not where it was opened"))
            }
            try move(path + ".away", to: path)
            #expect(try await shelf.ids() == [1])
        }
    }

    @Test func `a log that is cut while a change is made leaves it in doubt`() async throws {
        try await withFolder { folder in
            let path = folder.appendingPathComponent("shelf.sqlite").path
            let database = Database(try SQLiteStore(path: path))
            try await database.define(Shelf.script) { _ in }
            let words = "INSERT INTO thing (id, name, count) VALUES (1, '', 0)" as SQLText
            do {
                try await database.write { tx in
                    try tx.run(words)
                    try FileManager.default.removeItem(atPath: path + "-wal")
                }
                Issue.record("it was acknowledged")
            } catch StoreError.inDoubt(let words) {
                #expect(words.contains("-wal"))
            }
            await database.close()
        }
    }

    @Test func `tables are not made where the file has gone`() async throws {
        try await withFolder { folder in
            let path = folder.appendingPathComponent("shelf.sqlite").path
            let database = Database(try SQLiteStore(path: path))
            try FileManager.default.removeItem(atPath: path)
            await expectUnavailable { try await database.define(Shelf.script) { _ in } }
            await database.close()
        }
    }

    @Test func `it is told once when it goes and once when it comes back`() async throws {
        try await withFolder { folder in
            let path = folder.appendingPathComponent("shelf.sqlite").path
            let told = Told()
            let store = try SQLiteStore(path: path) { told.add($0) }
            let database = Database(store)
            try await database.define(Shelf.script) { _ in }
            let shelf = Shelf(database: database, path: path)
            for round in 1...2 {
                try move(path, to: path + ".away")
                for id in Int64(1)...3 {
                    await expectUnavailable { try await shelf.put(id) }
                    await expectUnavailable { _ = try await shelf.ids() }
                }
                try move(path + ".away", to: path)
                try await shelf.put(Int64(10 * round))
                #expect(told.lines.count == 2 * round)
            }
            #expect(told.lines.first?.contains("restore a backup") == true)
            #expect(told.lines.last?.contains("back as it was") == true)
            await database.close()
        }
    }

    @Test func `a log that grew long and started over is no alarm`() async throws {
        try await withShelf(on: .sqlite) { shelf in
            let gate = Gate()
            async let looked = shelf.database.report { tx in
                _ = try tx.all("SELECT id FROM thing") { $0.integer(0) }
                gate.pass()
                return 1
            }
            await gate.awaitArrival()
            // More than the log may keep when it starts over, which it cannot while somebody looks.
            let text = String(repeating: "x", count: 1_000_000)
            for id in Int64(1)...90 { try await shelf.put(id, text) }
            gate.open()
            #expect(try await looked == 1)
            for id in Int64(91)...400 {
                try await shelf.put(id)
                _ = try await shelf.ids().count
            }
            #expect(try await shelf.ids().count == 400)
        }
    }

    private func expectUnavailable(_ body: () async throws -> Void) async {
        do {
            try await body()
            Issue.record("it was done")
        } catch StoreError.unavailable {} catch { Issue.record("\(error)") }
    }
}

/// Gives a file another name.
private func move(_ file: String, to other: String) throws {
    try FileManager.default.moveItem(atPath: file, toPath: other)
}

/// What was told.
private final class Told: Sendable {
    private let all = Mutex<[String]>([])

    var lines: [String] { all.withLock { $0 } }

    func add(_ line: String) { all.withLock { $0.append(line) } }
}
