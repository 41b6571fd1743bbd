internal import Store
internal import Support
internal import Testing
internal import Timebank

/// Several servers on one store, and work that one of them has to do.
@Suite struct ExclusiveTaskTests {
    /// Lets servers ask in turn, and says which of the turns were theirs to work in.
    private static func roll(_ order: String, on database: Database) async throws -> String {
        var duties: [Character: ExclusiveTask] = [:]
        var turns = ""
        for who in order {
            var duty = duties[who] ?? ExclusiveTask("books", me: Int64(who.asciiValue ?? 0))
            turns.append(try await duty.isMine(on: database) ? who : ".")
            duties[who] = duty
        }
        return turns
    }

    @Test(arguments: Backend.available)
    func `of several servers one does the work`(on backend: Backend) async throws {
        try await withDatabase(on: backend) { database in
            let turns = try await Self.roll("abcabcabc", on: database)
            #expect(turns == "a..a..a..")
        }
    }

    @Test(arguments: Backend.available)
    func `when whoever had the work is gone, another takes it over at its second look`(
        on backend: Backend
    ) async throws {
        try await withDatabase(on: backend) { database in
            let turns = try await Self.roll("ababbbb", on: database)
            #expect(turns == "a.a.bbb")
        }
    }

    @Test(arguments: Backend.available)
    func `who was away and comes back leaves the work where it is`(
        on backend: Backend
    ) async throws {
        try await withDatabase(on: backend) { database in
            let turns = try await Self.roll("abbbababa", on: database)
            #expect(turns == "a.bb.b.b.")
        }
    }

    @Test(arguments: Backend.available)
    func `who stops leaves the work to the next that asks`(on backend: Backend) async throws {
        try await withDatabase(on: backend) { database in
            var one = ExclusiveTask("books", me: 1)
            var other = ExclusiveTask("books", me: 2)
            #expect(try await one.isMine(on: database))
            #expect(try await other.isMine(on: database) == false)
            try await one.giveUp(on: database)
            #expect(try await other.isMine(on: database))
        }
    }
}
