internal import Foundation
internal import Ledger
internal import Logging
internal import ServiceLifecycle
internal import SQLiteStore
internal import Store
internal import Testing
internal import Timebank

@testable internal import CLI

@Suite struct HandoverTests {
    @Test func `while a store is served, a change is done by the server`() async throws {
        try await withWorkplace { place in
            let network = try await place.settle()
            try await served(place) {
                let ada = try await place.join("Ada Nowak", in: network)
                #expect(ada.name == "Ada Nowak")
                #expect(try permissions(place.store + ".sock") == 0o600)
            }
            #expect(try await place.members() == ["Ada Nowak"])
        }
    }

    @Test func `a refusal of the server comes back with its code`() async throws {
        try await withWorkplace { place in
            let network = try await place.settle()
            try await served(place) {
                await #expect {
                    try await place.options.perform(
                        AddOrganisation(title: "A", slug: "school", earns: true, spends: .no),
                        in: network.slug
                    )
                } throws: { ($0 as? HandedRefusal)?.code == "slug-taken" }
            }
        }
    }

    @Test func `a code that is shown once comes back to whoever asked`() async throws {
        try await withWorkplace { place in
            let network = try await place.settle()
            let ada = try await place.join("Ada Nowak", in: network)
            try await served(place) {
                let handed = try await place.options.perform(
                    HandOverCode(member: .id(ada.id)),
                    in: network.slug
                )
                #expect(handed.member?.id == ada.id)
                #expect(SetUpCode(handed.code.revealed) != nil)
            }
        }
    }

    @Test func `thirty who hand over at once are all served`() async throws {
        try await withWorkplace { place in
            let network = try await place.settle()
            try await served(place) {
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for number in 0..<30 {
                        group.addTask { try await place.join("Member \(number)", in: network) }
                    }
                    try await group.waitForAll()
                }
            }
            #expect(try await place.members().count == 30)
        }
    }

    @Test func `what is no line of ours is answered, and harms nobody`() async throws {
        try await withWorkplace { place in
            let network = try await place.settle()
            try await served(place) {
                for line in [
                    "", "{", "[]", "{\"operation\": \"no.such\", \"body\": {}}", "\0\u{1}",
                ] {
                    let descriptor = try #require(
                        try HandoverSocket(beside: place.store).connect()
                    )
                    HandoverSocket.limitWaiting(descriptor)
                    #expect(HandoverSocket.send(Array(line.utf8), on: descriptor))
                    let reply = HandoverSocket.line(on: descriptor) ?? []
                    #expect(String(decoding: reply, as: UTF8.self).contains("store-fault"))
                    close(descriptor)
                }
                // One who says nothing and hangs up.
                close(try #require(try HandoverSocket(beside: place.store).connect()))
                try await place.join("Ada Nowak", in: network)
            }
        }
    }

    @Test func `held by somebody who does not listen, the store's holder is named`() async throws {
        try await withWorkplace { place in
            let network = try await place.settle()
            let lock = try ProcessLock(beside: place.store)
            do {
                try await place.join("Ada Nowak", in: network)
                Issue.record("it was done")
            } catch StoreError.held(let holder) {
                #expect(holder.hasPrefix("process "))
            }
            lock.release()
        }
    }

    @Test func `a store far down in folders can be served too`() async throws {
        try await withWorkplace { place in
            let deep = place.folder.appendingPathComponent(
                String(repeating: "a-very-long-name/", count: 8)
            )
            try FileManager.default.createDirectory(at: deep, withIntermediateDirectories: true)
            let below = Workplace(folder: deep)
            let network = try await below.settle()
            try await served(below) { try await below.join("Ada Nowak", in: network) }
            #expect(try await below.members() == ["Ada Nowak"])
        }
    }

    /// Serves a store while `body` runs, as far as commands can tell.
    private func served<T>(_ place: Workplace, _ body: () async throws -> T) async throws {
        let database = try await place.options.openAlone()
        let bank = try await place.options.bank(on: database)
        let listener = HandoverListener(bank, beside: place.store) { what, error in
            Issue.record("\(what): \(error)")
        }
        let group = ServiceGroup(services: [listener], logger: Logger(label: "test"))
        async let running: Void = group.run()
        let outcome: Result<T, any Error>
        do {
            try await waitFor(place.store + ".sock")
            outcome = .success(try await body())
        } catch { outcome = .failure(error) }
        await group.triggerGracefulShutdown()
        try await running
        await database.close()
        #expect(!FileManager.default.fileExists(atPath: place.store + ".sock"))
        _ = try outcome.get()
    }

    private func waitFor(_ path: String) async throws {
        for _ in 0..<500 where !FileManager.default.fileExists(atPath: path) {
            try await Task.sleep(for: .milliseconds(10))
        }
    }
}
