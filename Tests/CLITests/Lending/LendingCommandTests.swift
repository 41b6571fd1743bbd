internal import ArgumentParser
internal import Foundation
internal import Ledger
internal import Store
internal import Testing
internal import Timebank

@testable internal import CLI
@testable internal import Lending

/// What a part gets on the command line by listing its verbs.
@Suite struct LendingCommandTests {
    @Test func `the help lists its verb, and its options with what the fields mean`() {
        Program.$current.withValue(.lending) {
            let verbs = Commonhour.helpMessage(columns: 200)
            #expect(verbs.contains("tool") && verbs.contains("See what there is to borrow, and"))
            let add = Commonhour.helpMessage(for: ToolAdd.self, columns: 200)
            #expect(add.contains("--owner <number>") && add.contains(Tool.Fields.owner.meaning))
            #expect(add.contains("<name>") && add.contains(Tool.Fields.name.meaning))
        }
        #expect(!Commonhour.helpMessage(columns: 200).contains("borrow"))
    }

    @Test func `a store of its program has what was added, and no other program opens it`()
        async throws
    {
        try await withWorkplace { place in
            try await Program.$current.withValue(.lending) {
                let network = try await place.settle()
                let ada = try await place.join("Ada Nowak", in: network)
                let words = ["tool", "add", "Saw", "--owner", "\(ada.number)"]
                try await run(words + ["--network", "wisbech", "--store", place.store])
                let tools = try await place.options.asking { bank in
                    try await bank.ask(ToolsQuery(), in: network.slug, as: .console)
                }
                #expect(tools.items.map(\.name) == ["Saw"])
                #expect(tools.items.map(\.owner) == [ada.id])
                try await run(["tool", "list", "--network", "wisbech", "--store", place.store])
                #expect(try await place.count("SELECT COUNT(*) FROM tool") == 1)
            }
            // The program without the part would leave people's words in a table it does not know.
            await #expect { try await place.options.openReading() } throws: { isNewer($0) }
            await #expect { try await place.options.openAlone() } throws: { isNewer($0) }
        }
    }

    @Test func `a program without the part does not know its verb`() {
        #expect(throws: (any Error).self) { try Commonhour.parseAsRoot(["tool", "list"]) }
    }

    @Test func `no verb stands there twice`() {
        let verbs = Program.lending.commands().flatMap(\.verbs).map { "\($0)" }
        #expect(Set(verbs).count == verbs.count)
    }

    /// Whether a store was refused for the part's migration.
    private func isNewer(_ error: any Error) -> Bool {
        if case StoreError.newer(migration: 901) = error { true } else { false }
    }

    /// Does what was typed.
    private func run(_ words: [String]) async throws {
        var command = try Commonhour.parseAsRoot(words)
        guard var command = command as? any AsyncParsableCommand else {
            return try command.run()
        }
        try await command.run()
    }
}
