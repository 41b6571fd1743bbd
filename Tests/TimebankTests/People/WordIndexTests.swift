internal import Ledger
internal import Store
internal import Support
internal import Testing
@testable internal import Timebank

@Suite struct WordIndexTests {
    @Test(arguments: Backend.available)
    func `a name is found with its accents or without, however its bytes say them`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let an = try await town.perform(AddMember(name: "An Pha\u{323}m"), as: .coordinator)
            #expect(an.name.utf8.elementsEqual("An Ph\u{1EA1}m".utf8))
            for search in ["pham", "Phạm", "Pha\u{323}m", "PHẠM", "ph\u{1EA1}m"] {
                let found = try await town.ask(MembersQuery(search: search), as: .coordinator)
                #expect(found.items.map(\.member.id) == [an.id], "\(search)")
            }
            try await town.earn(60, town.ada)
            try await town.give(30, from: town.ada, to: an, as: .ada)
            let moved = try await town.ask(TransfersQuery(search: "pham"), as: .coordinator)
            #expect(moved.items.count == 1)
        }
    }

    @Test(arguments: Backend.available)
    func `an index that an older version folded is made anew, and nothing else is touched`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let an = try await town.perform(AddMember(name: "An Phạm"), as: .coordinator)
            let network = town.network.id
            let ada = town.ada.id
            try await town.database.write { tx in
                try tx.run("DELETE FROM word WHERE member IN ($1, $2)", an.id, ada)
                for (word, member) in [("an", an.id), ("phạm", an.id), ("kept", ada)] {
                    try tx.run(
                        "INSERT INTO word (network, word, member) VALUES ($1, $2, $3)",
                        network,
                        word,
                        member
                    )
                }
            }
            func found(_ search: String) async throws -> [Member.ID] {
                try await town.ask(MembersQuery(search: search), as: .coordinator)
                    .items.map(\.member.id)
            }
            #expect(try await found("pham").isEmpty)
            try await WordIndex(town.bank).mend()
            #expect(try await found("pham") == [an.id])
            #expect(try await found("an") == [an.id])
            #expect(try await found("kept") == [ada])
            try await WordIndex(town.bank).mend()
            #expect(try await found("pham") == [an.id])
        }
    }
}
