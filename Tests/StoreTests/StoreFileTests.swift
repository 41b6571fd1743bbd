internal import Foundation
internal import SQLiteStore
internal import Store
internal import Support
internal import Testing

/// One file is one store, whatever it is called.
@Suite struct StoreFileTests {
    @Test func `over a link a store is held as well`() async throws {
        try await withShelf(on: .sqlite) { shelf in
            let link = shelf.path + ".link"
            try FileManager.default.createSymbolicLink(
                atPath: link,
                withDestinationPath: shelf.path
            )
            #expect(throws: StoreError.self) { try SQLiteStore(path: link) }
            #expect(throws: StoreError.self) { try ProcessLock(beside: link) }
            try await shelf.put(1)
            let beside = Database(try SQLiteStore(path: link, mode: .reading))
            let ids = try await beside.read { tx in
                try tx.all("SELECT id FROM thing") { $0.integer(0) }
            }
            #expect(ids == [1])
            await beside.close()
            #expect(!FileManager.default.fileExists(atPath: link + ".lock"))
        }
    }

    @Test func `a link to nothing is no store`() async throws {
        try await withFolder { folder in
            let link = folder.appendingPathComponent("link.sqlite").path
            let end = folder.appendingPathComponent("end.sqlite").path
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: end)
            for mode in [SQLiteStore.Mode.alone, .reading] {
                #expect(throws: StoreError.self) { try SQLiteStore(path: link, mode: mode) }
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 1)
        }
    }

    @Test func `a file with two names is not opened to be changed`() async throws {
        try await withFolder { folder in
            let path = folder.appendingPathComponent("shelf.sqlite").path
            await Database(try SQLiteStore(path: path)).close()
            try FileManager.default.linkItem(atPath: path, toPath: path + ".second")
            for name in [path, path + ".second"] {
                do {
                    _ = try SQLiteStore(path: name)
                    Issue.record("it was opened")
                } catch StoreError.unreachable(let words) {
                    #expect(words.contains("hard link"))
                }
            }
            try FileManager.default.removeItem(atPath: path + ".second")
            await Database(try SQLiteStore(path: path)).close()
        }
    }

    @Test func `a name that looks like an address or memory is the name of a file`() async throws {
        try await withFolder { folder in
            let odd = folder.appendingPathComponent("50% of? it#.sqlite").path
            let database = Database(try SQLiteStore(path: odd))
            try await database.define(Shelf.script) { _ in }
            await database.close()
            let beside = Database(try SQLiteStore(path: odd, mode: .unchanging))
            let ids = try await beside.read { tx in
                try tx.all("SELECT id FROM thing") { $0.integer(0) }
            }
            #expect(ids.isEmpty)
            await beside.close()
            #expect(try StoreFile.real("file:a.sqlite") == "./file:a.sqlite")
            #expect(try StoreFile.real(":memory:") == "./:memory:")
        }
    }

    @Test func `a trailer of which any bit is another one is none`() throws {
        let trailer = Trailer(length: 123_456_789, digest: (0..<32).map { $0 * 7 })
        let block = trailer.bytes
        #expect(block.count == Trailer.size)
        #expect(Trailer(block) == trailer)
        for place in block.indices {
            for bit in 0..<8 {
                var changed = block
                changed[place] ^= 1 << bit
                let read = Trailer(changed)
                #expect(read == nil || read != trailer)
            }
        }
        #expect(Trailer(Array(block.dropLast())) == nil)
        #expect(Trailer([]) == nil)
    }
}
