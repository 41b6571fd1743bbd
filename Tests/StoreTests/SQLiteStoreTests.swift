internal import Foundation
internal import GRDB
internal import SQLiteStore
internal import Store
internal import Support
internal import Testing

/// What only the embedded store has to keep.
@Suite struct SQLiteStoreTests {
    @Test func `a second process is turned away and told by whom`() async throws {
        try await withShelf(on: .sqlite) { shelf in
            do {
                _ = try SQLiteStore(path: shelf.path)
                Issue.record("the store was opened twice")
            } catch StoreError.held(let holder) {
                #expect(holder == "process \(ProcessInfo.processInfo.processIdentifier)")
            }
        }
    }

    @Test func `a store that was let go can be taken`() async throws {
        try await withShelf(on: .sqlite) { shelf in
            await shelf.database.close()
            let again = Store.Database(try SQLiteStore(path: shelf.path))
            await again.close()
        }
    }

    @Test func `beside whoever holds it a store may be read, and not written`() async throws {
        try await withShelf(on: .sqlite) { shelf in
            try await shelf.put(1)
            let beside = Store.Database(try SQLiteStore(path: shelf.path, mode: .reading))
            let ids = try await beside.read { tx in
                try tx.all("SELECT id FROM thing") { $0.integer(0) }
            }
            #expect(ids == [1])
            await #expect(throws: StoreError.self) {
                try await beside.write { tx in try tx.run("DELETE FROM thing") }
            }
            await beside.close()
        }
    }

    @Test func `a copy has one moment and may be made while the store is written`() async throws {
        try await withShelf(on: .sqlite) { shelf in
            for id in Int64(1)...100 { try await shelf.put(id) }
            let copy = shelf.path + ".copy"
            async let more: Void = {
                for id in Int64(101)...150 { try await shelf.put(id) }
            }()
            try await shelf.database.backup(to: copy)
            try await more
            let queue = try DatabaseQueue(path: copy)
            let ids = try await queue.read { db in
                try Int64.fetchAll(db, sql: "SELECT id FROM thing ORDER BY id")
            }
            #expect(ids.count >= 100)
            #expect(ids == Array(1...Int64(ids.count)))
            try queue.close()
        }
    }

    @Test func `what is no store is not opened as one`() async throws {
        try await withFolder { folder in
            let file = folder.appendingPathComponent("notes.txt")
            try Data(String(repeating: "not a store\n", count: 500).utf8).write(to: file)
            #expect(throws: StoreError.self) { try SQLiteStore(path: file.path) }
        }
    }
}
