internal import Foundation
internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

/// The role that serves may do what serving needs, and nothing else.
@Suite struct RightsTests {
    /// Each way to change what is recorded, guards and all.
    static let acts: [SQLText] =
        PostgresGuardTests.acts.filter { !"\($0)".contains("UPDATE account") } + [
            "UPDATE memo SET words = ''", "TRUNCATE memo", "DELETE FROM account",
            "ALTER TABLE transfer DISABLE TRIGGER transfer_stays",
            "ALTER TABLE transfer DISABLE TRIGGER ALL",
            "ALTER TABLE journal DISABLE TRIGGER journal_stays",
            "ALTER TABLE seal DISABLE TRIGGER seal_stays",
            "ALTER TABLE reversal DISABLE TRIGGER reversal_stays",
            "ALTER TABLE reference DISABLE TRIGGER reference_stays",
            "ALTER TABLE transfer DISABLE ROW LEVEL SECURITY",
            "ALTER TABLE transfer NO FORCE ROW LEVEL SECURITY",
            "DROP POLICY one_network ON transfer", "DROP TABLE transfer",
            "DROP TRIGGER transfer_stays ON transfer",
            "ALTER TABLE transfer OWNER TO CURRENT_USER",
            "UPDATE migration SET fingerprint = ''", "CREATE TABLE mine (id BIGINT)",
            "SET session_replication_role = replica", "ALTER ROLE CURRENT_USER SUPERUSER",
        ]

    @Test func `the role that serves can change nothing that is recorded`() async throws {
        let key = try #require(Busy.key)
        try await withTown(on: .postgres) { town in
            try await town.earn(60, town.ada)
            _ = try await Sealing(town.bank, key: key).run()
            for scope in [Scope.whole, .only(town.network.id.raw)] {
                for act in Self.acts {
                    do {
                        try await town.database.write(in: scope) { _ = try $0.change(act) }
                        Issue.record("it was done: \(act)")
                    } catch StoreError.notAllowed {} catch {
                        Issue.record("\(act): \(error)")
                    }
                }
            }
            #expect(try await Verify().run(on: town.database).holds)
        }
    }

    @Test func `each table is given what the program does with it, and no more`() throws {
        var done: [String: Set<Rights.Change>] = [:]
        for text in try Self.sources() {
            for match in text.matches(of: /(INSERT INTO|UPDATE|DELETE FROM) ([a-z_]+)/) {
                let change = Rights.Change(rawValue: String(match.1.split(separator: " ")[0]))
                done[String(match.2), default: []].insert(try #require(change))
            }
            for match in text.matches(of: /INSERT INTO ([a-z_]+)[^"]*?\) DO UPDATE/) {
                done[String(match.1), default: []].insert(.update)
            }
        }
        for table in Scheme.standard.tables {
            done["\(table.name)", default: []].formUnion(table.derivedChanges)
        }
        #expect(done == Schema.rights().changes)
    }

    @Test func `the role that serves has those rights, and its other role the same`()
        async throws
    {
        try await withDatabase(on: .postgres) { database in
            for scope in [Scope.none, .whole] {
                let found = try await database.read(in: scope) { tx in
                    try tx.all(
                        """
                        SELECT table_name, privilege_type
                        FROM information_schema.role_table_grants
                        WHERE grantee = current_user AND table_schema = 'public'
                        """
                    ) { ($0.text(0), $0.text(1)) }
                }
                let given = Dictionary(grouping: found, by: \.0).mapValues { Set($0.map(\.1)) }
                for (table, rights) in given {
                    let changes = Schema.rights().changes[table] ?? []
                    #expect(rights == Set(changes.map(\.rawValue)).union(["SELECT"]), "\(table)")
                }
                #expect(Set(given.keys) == Set(Schema.rights().changes.keys).union(["migration"]))
            }
        }
    }

    /// What the program is written of, without what defines tables.
    private static func sources() throws -> [String] {
        let house = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return try ["Sources/Timebank", "Sources/PostgresStore"].flatMap { folder in
            let all = FileManager.default.enumerator(
                at: house.appending(path: folder),
                includingPropertiesForKeys: nil
            )
            let files = (all?.allObjects ?? []).compactMap { $0 as? URL }
            return try files.filter {
                $0.pathExtension == "swift" && !$0.path.contains("Migrations")
            }
            .map { try String(contentsOf: $0, encoding: .utf8) }
        }
    }
}
