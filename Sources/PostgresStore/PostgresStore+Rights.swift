package import Store

extension PostgresStore {
    /// The role that this program connects as.
    package struct Role: Sendable {
        /// The state of the second role, used for work across networks, whose policies show all
        /// rows.
        package enum Books: Int64, Sendable {
            case missing
            /// It exists, and its rights are used only after `SET ROLE`.
            case ready
            /// It exists, but its rights are always in effect, so row-level security holds nothing
            /// back.
            case inherited
        }

        package let name: String
        /// Whether it owns the tables, and so can change the schema.
        package let ownsTables: Bool
        /// Whether it is a superuser or bypasses row-level security.
        package let isAboveRules: Bool
        package let books: Books

        /// The name that the second role must have.
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

    /// Grants a role the rights it needs to serve, and no more; to be run by the owner of the
    /// tables.
    ///
    /// - Throws: ``StoreError/notAllowed(_:)`` where another role owns the tables.
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
                FOR one IN SELECT c.oid::regclass AS relation, c.relowner::regrole AS owner,
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
                            \(books), one.relation, \(books));
                    END IF;
                    IF NOT one.is_owners THEN
                        EXECUTE format('ALTER POLICY every_network ON %s TO %s',
                            one.relation, one.owner);
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
