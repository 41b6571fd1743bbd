@testable internal import CLI
internal import Foundation
internal import SQLiteStore
internal import Support
internal import Testing
internal import Timebank

@Suite struct ExaminationTests {
    @Test func `a new store has nothing wrong`() async throws {
        try await withWorkplace { place in
            try await place.settle()
            let signs = try await examine(place)
            #expect(!signs.values.contains { $0.state == .wrong }, "\(signs)")
            #expect(signs["privacy"]?.state == .ok)
            #expect(signs["backup"]?.state == .warn)
            #expect(signs["key"]?.state == .warn)
            #expect(signs["server"]?.words == "Nobody serves it now.")
        }
    }

    @Test func `whoever serves the store is named`() async throws {
        try await withWorkplace { place in
            try await place.settle()
            let lock = try ProcessLock(beside: place.store)
            let number = ProcessInfo.processInfo.processIdentifier
            #expect(
                try await examine(place)["server"]?.words == "It is in use by process \(number)."
            )
            lock.release()
        }
    }

    @Test func `a key that others may read is wrong`() async throws {
        try await withWorkplace { place in
            try await place.settle()
            let file = KeyFile(beside: place.store)
            let key = try file.key()
            #expect(try file.key().publicKey == key.publicKey)
            #expect(try permissions(file.path) == 0o600)
            #expect(try await examine(place)["key"]?.state == .ok)
            chmod(file.path, 0o644)
            #expect(try await examine(place)["key"]?.state == .wrong)
        }
    }

    @Test func `a store that is no store is wrong, and so is none`() async throws {
        try await withWorkplace { place in
            #expect(try await examine(place)["store"]?.state == .wrong)
            try Data(repeating: 65, count: 9_000).write(to: URL(fileURLWithPath: place.store))
            #expect(try await examine(place)["contents"]?.state == .wrong)
        }
    }

    private func examine(_ place: Workplace) async throws -> [String: Sign] {
        let signs = await Examination(of: try place.options).run()
        return Dictionary(uniqueKeysWithValues: signs.map { ($0.name, $0) })
    }
}
