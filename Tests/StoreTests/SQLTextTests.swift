internal import Store
internal import Support
internal import Testing

/// Statements that are put together out of literals.
@Suite struct SQLTextTests {
    private static let columns: SQLText = "id, name"

    @Test func `a fragment stands where it was named`() {
        let text: SQLText = "SELECT \(Self.columns) FROM thing WHERE id = $1"
        #expect(text.description == "SELECT id, name FROM thing WHERE id = $1")
        #expect(text.isQuestion)
        #expect(SQLText(["a", "b", "c"]).description == "a, b, c")
        #expect(SQLText([], separator: " AND ").description == "")
    }

    @Test func `the same text is at the same place however often it is put together`() {
        func made(_ order: SQLText) -> SQLText { "SELECT 1 FROM thing ORDER BY \(order)" }
        #expect(made("id").address == made("id").address)
        #expect(made("id").address != made("name").address)
    }

    @Test(arguments: Engine.allCases)
    func `a database runs it like any other statement`(on engine: Engine) async throws {
        try await withShelf(on: engine) { shelf in
            for id in Int64(1)...3 {
                try await shelf.database.write { tx in
                    try tx.run(
                        "INSERT INTO thing (\(Self.columns), count) VALUES ($1, $2, 0)",
                        id,
                        "it is \(id)"
                    )
                }
            }
            let names = try await shelf.database.read { tx in
                try tx.all("SELECT \(Self.columns) FROM thing ORDER BY id") { $0.text(1) }
            }
            #expect(names == ["it is 1", "it is 2", "it is 3"])
        }
    }
}
