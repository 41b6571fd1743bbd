internal import Store
internal import Support
internal import Testing
internal import Timebank

/// Transfers, journal rows and seals are never changed or deleted: the database itself refuses it.
@Suite struct GuardTests {
    private static let acts: [(String, @Sendable (Transaction) throws -> Void)] = [
        ("change a transfer", { try $0.run("UPDATE transfer SET minutes = minutes + 1") }),
        ("delete a transfer", { try $0.run("DELETE FROM transfer") }),
        (
            "replace a transfer",
            { try $0.run("REPLACE INTO transfer SELECT * FROM transfer ORDER BY id LIMIT 1") }
        ),
        ("change the journal", { try $0.run("UPDATE journal SET at = 0") }),
        ("delete from the journal", { try $0.run("DELETE FROM journal") }),
        (
            "replace a journal row",
            { try $0.run("REPLACE INTO journal SELECT * FROM journal ORDER BY id LIMIT 1") }
        ),
        ("change a journal seal", { try $0.run("UPDATE journal_seal SET at = 0") }),
        ("delete a journal seal", { try $0.run("DELETE FROM journal_seal") }),
        ("change a seal", { try $0.run("UPDATE seal SET at = 0") }),
        ("delete a seal", { try $0.run("DELETE FROM seal") }),
        (
            "replace a seal",
            { try $0.run("REPLACE INTO seal SELECT * FROM seal ORDER BY id LIMIT 1") }
        ),
        (
            "replace a seal by its digest",
            {
                try $0.run(
                    """
                    REPLACE INTO seal SELECT id + 1, network, previous, first, last, transfers,
                        digest, signature, public_key, at
                    FROM seal ORDER BY id LIMIT 1
                    """
                )
            }
        ),
        ("change a reversal", { try $0.run("UPDATE reversal SET network = 0") }),
        ("delete a reversal", { try $0.run("DELETE FROM reversal") }),
        ("move nothing", { try $0.move(minutes: 0) }),
        ("move less than nothing", { try $0.move(minutes: -1) }),
        ("move too much", { try $0.move(minutes: 1_000_000_001) }),
        ("take below the floor", { try $0.run("UPDATE account SET balance = floor - 1") }),
        (
            "hold more than there is",
            { try $0.run("UPDATE account SET held = balance + 1 - floor") }
        ),
        ("hold less than nothing", { try $0.run("UPDATE account SET held = -1") }),
    ]

    @Test(arguments: acts.map(\.0))
    func `the database refuses to`(_ act: String) async throws {
        let file = try await Busy.shared.copy()
        let database = Database(try open(file))
        let run = try #require(Self.acts.first { $0.0 == act }).1
        do {
            try await database.write(run)
            Issue.record("it was done")
        } catch StoreError.constraint {}
        await database.close()
        #expect(try await verify(file).holds)
    }
}

extension Transaction {
    fileprivate func move(minutes: Int64) throws {
        try run(
            """
            INSERT INTO transfer
            SELECT id + 1, network, kind, from_account, from_kind, to_account, to_kind, $1,
                at, journal, reverses, from_previous, from_after, to_previous, to_after
            FROM transfer WHERE kind = 6 ORDER BY id DESC LIMIT 1
            """,
            minutes
        )
    }
}
