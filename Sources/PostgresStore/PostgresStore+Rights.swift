package import Store

extension PostgresStore {
    /// Whoever a database knows this program as.
    package struct Role: Sendable {
        /// A role of its own for what goes across networks.
        package enum Books: Int64, Sendable {
            case missing
            /// There is one, and what it may do this role has only when it says so.
            case ready
            /// What it may do this role may always, so that nothing holds it to a network.
            case inherited
        }

        package let name: String
        /// Whether the tables are its own, so that it can change whatever it likes.
        package let ownsTables: Bool
        /// Whether nothing is ever refused to it.
        package let isAboveRules: Bool
        package let books: Books

        /// What its role for what goes across networks has to be called.
        package var booksName: String { name + "_books" }
    }

    /// The role that the store was opened as.
    package func role() async throws -> Role {
        let found = try await read { tx in
            try tx.first(
                """
                SELECT session_user, r.rolsuper OR r.rolbypassrls,
                    COALESCE((SELECT pg_has_role(r.oid, c.relowner, 'USAGE') FROM pg_class c
                        WHERE c.oid = to_regclass('migration')), FALSE),
                    (SELECT CASE WHEN pg_has_role(r.oid, b.oid, 'USAGE') THEN 2
                        WHEN pg_has_role(r.oid, b.oid, 'MEMBER') THEN 1 ELSE 0 END
                        FROM pg_roles b WHERE b.rolname = session_user || '_books')
                FROM pg_roles r WHERE r.rolname = session_user
                """
            ) {
                Role(
                    name: $0.text(0),
                    ownsTables: $0.flag(2),
                    isAboveRules: $0.flag(1),
                    books: Role.Books(rawValue: $0.integer(3)) ?? .missing
                )
            }
        }
        guard let found else { throw StoreError.failed("the database does not know its own role") }
        return found
    }

    /// Gives a role what it needs to serve, and no more; to be called as who owns the tables.
    ///
    /// - Throws: ``StoreError/notAllowed(_:)`` where the tables are another one's.
    package func letServe(_ role: Role, _ rights: Rights) async throws {
        let names = [role.name, role.booksName]
        let both = names.map(Self.quoted).joined(separator: ", ")
        let books = Self.text(role.booksName)
        let texts = names.map(Self.text).joined(separator: ", ")
        let grants = rights.changes.sorted { $0.key < $1.key }.map { table, changes in
            let words = changes.map(\.rawValue).sorted().joined(separator: ", ")
            return "GRANT \(words) ON \(Self.quoted(table)) TO \(both);\n"
        }
        let script = """
            DO $rights$
            DECLARE one RECORD;
            BEGIN
                EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA %I FROM %I, %I',
                    current_schema(), \(texts));
                EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA %I TO %I, %I',
                    current_schema(), \(texts));
                FOR one IN SELECT c.oid::regclass AS place, c.relowner::regrole AS owner,
                        every.polroles = ARRAY[c.relowner] AS is_owners, theirs.oid AS theirs
                    FROM pg_class c
                    LEFT JOIN pg_policy every
                        ON every.polrelid = c.oid AND every.polname = 'every_network'
                    LEFT JOIN pg_policy theirs
                        ON theirs.polrelid = c.oid AND theirs.polname = \(books)
                    WHERE c.relnamespace = current_schema()::regnamespace AND c.relrowsecurity
                LOOP
                    IF one.theirs IS NULL THEN
                        EXECUTE format('CREATE POLICY %I ON %s TO %I USING (true)',
                            \(books), one.place, \(books));
                    END IF;
                    IF NOT one.is_owners THEN
                        EXECUTE format('ALTER POLICY every_network ON %s TO %s',
                            one.place, one.owner);
                    END IF;
                END LOOP;
            END $rights$;

            """
        try await define(Script("", postgres: script + grants.joined())) { _ in }
    }

    private static func quoted(_ name: String) -> String {
        "\"" + name.replacing("\"", with: "\"\"") + "\""
    }

    private static func text(_ words: String) -> String {
        "'" + words.replacing("'", with: "''") + "'"
    }
}
