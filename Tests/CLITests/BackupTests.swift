internal import ArgumentParser
@testable internal import CLI
internal import Foundation
internal import GRDB
internal import Ledger
internal import SQLiteStore
internal import Store
internal import Support
internal import Testing
internal import Timebank

@Suite struct BackupTests {
    @Test func `a backup is private, checked and complete`() async throws {
        try await withWorkplace { place in
            let network = try await place.settle()
            try await place.join("Ada Nowak", in: network)
            try await backup(place, to: place.path("copy.sqlite"))
            #expect(try permissions(place.path("copy.sqlite")) == 0o600)
            #expect(try await BackupCommand.check(place.path("copy.sqlite")).holds)
            #expect(LastBackup(of: place.store).read() != nil)
        }
    }

    @Test func `a backup can be made while the store is served`() async throws {
        try await withWorkplace { place in
            try await place.settle()
            let database = try await place.options.openAlone()
            try await backup(place, to: place.path("copy.sqlite"))
            await database.close()
            #expect(try await BackupCommand.check(place.path("copy.sqlite")).holds)
        }
    }

    @Test func `a backup writes over nothing`() async throws {
        try await withWorkplace { place in
            try await place.settle()
            try Data("mine".utf8).write(to: URL(fileURLWithPath: place.path("copy.sqlite")))
            await #expect(throws: CommandRefusal.self) {
                try await backup(place, to: place.path("copy.sqlite"))
            }
            #expect(Files.bytes(place.path("copy.sqlite")) == Array("mine".utf8))
        }
    }

    @Test func `a backup of books that do not hold says so and is kept`() async throws {
        try await withWorkplace { place in
            try await place.settle()
            try damage(place.store)
            await #expect(throws: CommandRefusal.self) {
                try await backup(place, to: place.path("copy.sqlite"))
            }
            #expect(Files.exists(place.path("copy.sqlite")))
            #expect(LastBackup(of: place.store).read() == nil)
        }
    }

    @Test func `a restored store is what it was`() async throws {
        try await withWorkplace { place in
            let network = try await place.settle()
            try await place.join("Ada Nowak", in: network)
            try await backup(place, to: place.path("copy.sqlite"))
            try await place.join("Bo", in: network)
            await #expect(throws: CommandRefusal.self) { try await restore(place) }
            #expect(try await place.members() == ["Ada Nowak", "Bo"])
            try await restore(place, "--replace")
            #expect(try await place.members() == ["Ada Nowak"])
            #expect(try permissions(place.store) == 0o600)
            try await place.join("Celia", in: network)
            #expect(try await place.members() == ["Ada Nowak", "Celia"])
            // The store, and not the log that is kept with it.
            let kept = try #require(
                try files(place).filter { $0.contains(".before-") }.min { $0.count < $1.count }
            )
            #expect(try await BackupCommand.check(place.path(kept)).holds)
        }
    }

    @Test func `a restored store lets nobody in by what was taken back since the backup`()
        async throws
    {
        try await withWorkplace { place in
            let network = try await place.settle()
            let ada = try await place.join("Ada Nowak", in: network)
            _ = try await place.options.perform(
                HandOverCode(member: .id(ada.id)),
                in: network.slug
            )
            try await place.signIn(ada)
            try await backup(place, to: place.path("copy.sqlite"))
            try await restore(place, "--replace")
            #expect(try await place.count("SELECT COUNT(*) FROM token") == 0)
            #expect(try await place.count("SELECT COUNT(*) FROM code") == 0)
            // What was ended is ended in the store alone: a backup is never changed.
            #expect(try await BackupCommand.check(place.path("copy.sqlite")).holds)
            try await restore(place, "--replace")
            let findings = try await BackupCommand.check(place.store)
            #expect(findings.holds)
        }
    }

    @Test func `a backup is restored where no store is`() async throws {
        try await withWorkplace { place in
            let network = try await place.settle()
            try await place.join("Ada Nowak", in: network)
            try await backup(place, to: place.path("copy.sqlite"))
            for end in ["", "-wal", "-shm"] { Files.remove(place.store + end) }
            try await restore(place)
            #expect(try await place.members() == ["Ada Nowak"])
            #expect(try files(place).allSatisfy { !$0.contains("restoring") })
        }
    }

    @Test func `a store that is in use is not restored`() async throws {
        try await withWorkplace { place in
            let network = try await place.settle()
            try await backup(place, to: place.path("copy.sqlite"))
            try await place.join("Ada Nowak", in: network)
            let database = try await place.options.openAlone()
            await #expect(throws: StoreError.self) { try await restore(place, "--replace") }
            await database.close()
            #expect(try await place.members() == ["Ada Nowak"])
        }
    }

    @Test func `a damaged backup is not restored, and nothing is changed`() async throws {
        try await withWorkplace { place in
            let network = try await place.settle()
            try await backup(place, to: place.path("copy.sqlite"))
            try await place.join("Ada Nowak", in: network)
            try damage(place.path("copy.sqlite"))
            await #expect(throws: CommandRefusal.self) { try await restore(place, "--replace") }
            // Without its checksum the books are looked at all the same.
            try takeOffSum(place.path("copy.sqlite"))
            await #expect(throws: CommandRefusal.self) {
                try await restore(place, "--replace", "--without-checksum")
            }
            #expect(try await place.members() == ["Ada Nowak"])
            #expect(
                try files(place).allSatisfy { !$0.contains("before") && !$0.contains("storing") }
            )
        }
    }

    @Test func `what is no backup is not restored`() async throws {
        try await withWorkplace { place in
            let network = try await place.settle()
            try await place.join("Ada Nowak", in: network)
            let noise = Data((0..<20_000).map { UInt8(truncatingIfNeeded: $0 &* 31) })
            try noise.write(to: URL(fileURLWithPath: place.path("copy.sqlite")))
            await #expect(throws: (any Error).self) { try await restore(place, "--replace") }
            #expect(try await place.members() == ["Ada Nowak"])
        }
    }

    @Test func `a backup of which any bit is another one is no backup`() async throws {
        try await withWorkplace { place in
            try await place.settle()
            let file = place.path("copy.sqlite")
            try await backup(place, to: file)
            let sum = BackupSum(of: file)
            #expect(try sum.require(orNone: false))
            let handle = try #require(FileHandle(forUpdatingAtPath: file))
            let size = try handle.seekToEnd()
            // In each page, whatever it holds, and in each part of the checksum.
            var places = (0..<size / 512).map { $0 * 512 + 37 * $0 % 512 }
            places += (0..<70).map { size - UInt64(Trailer.size) + $0 }
            for place in places + [size - 1] {
                try handle.seek(toOffset: place)
                let byte = try #require(try handle.read(upToCount: 1)?.first)
                for changed in [byte ^ 1 << (place % 8), byte] {
                    try handle.seek(toOffset: place)
                    try handle.write(contentsOf: [changed])
                    if changed == byte { continue }
                    #expect(throws: CommandRefusal.self) { try sum.require(orNone: false) }
                }
            }
            #expect(try sum.require(orNone: false))
            try handle.close()
        }
    }

    @Test func `whoever was erased since the backup is erased again`() async throws {
        try await withWorkplace { place in
            let network = try await place.settle()
            let ada = try await place.join("Ada Nowak", in: network)
            try await backup(place, to: place.path("copy.sqlite"))
            _ = try await place.options.perform(
                EraseMember(member: .id(ada.id)),
                in: network.slug
            )
            try await restore(place, "--replace")
            #expect(try await place.members() == [""])
        }
    }

    @Test func `what a killed server left in its log is kept in the one file`() async throws {
        try await withWorkplace { place in
            let network = try await place.settle()
            try await backup(place, to: place.path("copy.sqlite"))
            let database = try await place.options.openAlone()
            let bank = try await place.options.bank(on: database)
            _ = try await bank.perform(AddMember(name: "Ada"), in: network.slug, as: .console)
            // As a kill leaves it: the file, and beside it a log that was never folded in.
            for end in ["", "-wal"] {
                try FileManager.default.copyItem(
                    atPath: place.store + end,
                    toPath: place.path("killed.sqlite" + end)
                )
            }
            await database.close()
            let words = ["--store", place.path("killed.sqlite"), "--replace"]
            try await RestoreCommand.parse(words + [place.path("copy.sqlite")]).run()
            let kept = try files(place).filter { $0.contains(".before-") }
            for log in kept where log.hasSuffix("-wal") {
                #expect(Files.facts(place.path(log))?.size == 0)
            }
            let file = try #require(kept.min { $0.count < $1.count })
            #expect(try await Workplace(folder: place.folder, name: file).members() == ["Ada"])
        }
    }

    @Test func `a log that lost its store is not taken for the restored one's`() async throws {
        try await withWorkplace { place in
            let network = try await place.settle()
            try await backup(place, to: place.path("copy.sqlite"))
            let database = try await place.options.openAlone()
            let bank = try await place.options.bank(on: database)
            _ = try await bank.perform(AddMember(name: "Ada"), in: network.slug, as: .console)
            try FileManager.default.copyItem(
                atPath: place.store + "-wal",
                toPath: place.path("lost.sqlite-wal")
            )
            await database.close()
            let lost = Workplace(folder: place.folder, name: "lost.sqlite")
            let words = ["--store", lost.store, place.path("copy.sqlite")]
            try await RestoreCommand.parse(words).run()
            #expect(try await lost.members() == [])
            #expect(try files(place).contains { $0.hasPrefix("lost.sqlite.before-") })
        }
    }

    private func backup(_ place: Workplace, to file: String) async throws {
        try await BackupCommand.parse(["--store", place.store, file]).run()
    }

    private func restore(_ place: Workplace, _ more: String...) async throws {
        let words = ["--store", place.store, place.path("copy.sqlite")] + more
        try await RestoreCommand.parse(words).run()
    }

    private func files(_ place: Workplace) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: place.folder.path)
    }

    private func takeOffSum(_ file: String) throws {
        let handle = try #require(FileHandle(forUpdatingAtPath: file))
        let size = try handle.seekToEnd()
        try handle.truncate(atOffset: size - UInt64(Trailer.size))
        try handle.close()
    }

    private func damage(_ file: String) throws {
        let queue = try DatabaseQueue(path: file)
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "UPDATE account SET balance = balance + 1")
        }
        try queue.close()
    }
}
