package import Store

extension PostgresStore {
    /// The differences from the schema that the plan's migrations make, as sentences.
    package func differences(from plan: Plan) async throws -> [String] {
        let (found, given, done) = try await read { tx in
            (try Self.blueprint(tx), try Self.given(tx), try tx.migrations())
        }
        let isGrown = plan.isOutgrown(by: done)
        return found.differences(from: plan.onPostgres, isGrown: isGrown)
            + given.filter { $0.isTooMuch(plan.rights, isGrown) }.map(\.words)
    }

    /// The schema of the database, without the names of its roles.
    package func blueprint() async throws -> Blueprint {
        try await read { try Self.blueprint($0) }
    }

    private static func blueprint(_ tx: Transaction) throws -> Blueprint {
        let statements = [relations, columns, constraints, indexes, triggers, policies, functions]
        return Blueprint(
            try statements.flatMap { statement in
                try tx.all(statement) { .typed($0.text(0), $0.text(1), $0.text(2)) }
            }
        )
    }

    /// Tables, views, sequences and other relations, without those of extensions.
    private static var relations: SQLText {
        """
        SELECT CASE relkind WHEN 'r' THEN 'table' WHEN 'v' THEN 'view' WHEN 'S' THEN 'sequence'
                WHEN 'm' THEN 'materialized view' WHEN 'f' THEN 'foreign table'
                WHEN 'p' THEN 'partitioned table' ELSE 'relation' END,
            relname::text,
            concat_ws(' ', CASE relpersistence WHEN 'p' THEN 'logged' ELSE 'unlogged' END,
                CASE WHEN relrowsecurity THEN 'with row security' END,
                CASE WHEN relforcerowsecurity THEN 'for its owner too' END,
                CASE WHEN relowner <> (SELECT relowner FROM pg_class
                    WHERE oid = to_regclass('migration')) THEN 'of ' || relowner::regrole END,
                (SELECT 'below ' || string_agg(inhparent::regclass::text, ' ')
                    FROM pg_inherits WHERE inhrelid = pg_class.oid))
        FROM pg_class
        WHERE relnamespace = current_schema()::regnamespace AND relkind NOT IN ('i', 'I')
            AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE classid = 'pg_class'::regclass
                AND objid = pg_class.oid AND deptype = 'e')
        """
    }

    private static var columns: SQLText {
        """
        SELECT 'column', relname || '.' || attname,
            concat_ws(' ', format_type(atttypid, atttypmod),
                (SELECT 'collate ' || collname FROM pg_collation
                    WHERE oid = attcollation AND collname <> 'default'),
                CASE WHEN attnotnull THEN 'not null' END,
                'default ' || pg_get_expr(adbin, adrelid),
                NULLIF(attidentity::text, ''), NULLIF(attgenerated::text, ''))
        FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
            LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
        WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p', 'f')
            AND attnum > 0 AND NOT attisdropped
        """
    }

    /// Constraints without NOT NULL, which not every version of PostgreSQL lists here.
    private static var constraints: SQLText {
        """
        SELECT 'constraint', relname || '.' || conname,
            replace(pg_get_constraintdef(pg_constraint.oid),
                quote_ident(current_schema()) || '.', '')
        FROM pg_constraint JOIN pg_class ON pg_class.oid = conrelid
        WHERE relnamespace = current_schema()::regnamespace
            AND contype IN ('c', 'f', 'p', 'u', 'x')
        """
    }

    private static var indexes: SQLText {
        """
        SELECT 'index', indexed.relname || '.' || itself.relname,
            concat_ws(' ', replace(pg_get_indexdef(indexrelid),
                quote_ident(current_schema()) || '.', ''),
                CASE WHEN NOT indisvalid THEN 'broken' END)
        FROM pg_index JOIN pg_class itself ON itself.oid = indexrelid
            JOIN pg_class indexed ON indexed.oid = indrelid
        WHERE indexed.relnamespace = current_schema()::regnamespace
            AND indexed.relkind IN ('r', 'p')
        """
    }

    /// Triggers and rules; of the internal triggers of foreign keys only disabled ones.
    private static var triggers: SQLText {
        """
        SELECT CASE WHEN tgisinternal THEN 'guard of a foreign key' ELSE 'trigger' END,
            relname || '.' || tgname,
            replace(pg_get_triggerdef(pg_trigger.oid), quote_ident(current_schema()) || '.', '')
                || CASE tgenabled WHEN 'O' THEN '' ELSE ' switched to ' || tgenabled::text END
        FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
        WHERE relnamespace = current_schema()::regnamespace
            AND (NOT tgisinternal OR tgenabled <> 'O')
        UNION ALL
        SELECT 'rule', relname || '.' || rulename, pg_get_ruledef(pg_rewrite.oid)
        FROM pg_rewrite JOIN pg_class ON pg_class.oid = ev_class
        WHERE relnamespace = current_schema()::regnamespace AND rulename <> '_RETURN'
        """
    }

    /// Policies, without those of ``letServe(_:_:)`` that let a role see all networks.
    private static var policies: SQLText {
        """
        SELECT 'policy', relname || '.' || polname,
            concat_ws(' ', CASE WHEN polpermissive THEN 'permits' ELSE 'restricts' END, polcmd,
                'to', (SELECT string_agg(CASE role WHEN 0 THEN 'everybody' WHEN relowner
                    THEN 'the owner' ELSE role::regrole::text END, ', ')
                    FROM unnest(polroles) AS role),
                'using ' || pg_get_expr(polqual, polrelid),
                'check ' || pg_get_expr(polwithcheck, polrelid))
        FROM pg_policy JOIN pg_class ON pg_class.oid = polrelid
        WHERE relnamespace = current_schema()::regnamespace AND NOT (
            polpermissive AND polcmd = '*' AND polwithcheck IS NULL
            AND pg_get_expr(polqual, polrelid) = 'true'
            AND polroles = ARRAY(SELECT books.oid FROM pg_roles books JOIN pg_roles server
                ON books.rolname = server.rolname || '_books' WHERE books.rolname = polname))
        """
    }

    /// Functions, without those of extensions.
    private static var functions: SQLText {
        """
        SELECT 'function', proname || '(' || pg_get_function_identity_arguments(oid) || ')',
            concat_ws(' ', CASE WHEN prokind IN ('f', 'p', 'w')
                    THEN replace(pg_get_functiondef(oid), quote_ident(current_schema()) || '.', '')
                    ELSE 'aggregate' END,
                CASE WHEN proowner <> (SELECT relowner FROM pg_class
                    WHERE oid = to_regclass('migration')) THEN 'of ' || proowner::regrole END)
        FROM pg_proc
        WHERE pronamespace = current_schema()::regnamespace
            AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE classid = 'pg_proc'::regclass
                AND objid = pg_proc.oid AND deptype = 'e')
        """
    }
}

/// A role's rights on a table of another owner.
private struct Given {
    let table: String
    /// Nil for `PUBLIC`.
    let role: String?
    let right: String

    /// Whether these are more rights than the serving role needs, or more than reading for others.
    func isTooMuch(_ rights: Rights, _ isGrown: Bool) -> Bool {
        let known = rights.changes[table]
        // A newer program may need more rights on a table, but not on one that is only inserted
        // into.
        if isGrown, known != [.insert] { return false }
        guard role != nil else { return true }
        return right != "SELECT"
            && !(known ?? []).contains { $0.rawValue == right }
    }

    var words: String {
        let whoever = role.map { "the role \($0)" } ?? "everybody"
        return "\(whoever) was given the right \(right) in the table \(table)"
    }
}

extension PostgresStore {
    /// The rights that roles other than the owner have on each table.
    fileprivate static func given(_ tx: Transaction) throws -> [Given] {
        try tx.all(
            """
            SELECT relname::text, CASE grantee WHEN 0 THEN NULL ELSE grantee::regrole::text END,
                privilege_type
            FROM (
                SELECT relname, relowner, (aclexplode(relacl)).grantee,
                    (aclexplode(relacl)).privilege_type
                FROM pg_class WHERE relnamespace = current_schema()::regnamespace
                    AND relkind IN ('r', 'p', 'v', 'm', 'f')
                    AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE classid = 'pg_class'::regclass
                        AND objid = pg_class.oid AND deptype = 'e')
                UNION ALL
                SELECT relname, relowner, (aclexplode(attacl)).grantee,
                    (aclexplode(attacl)).privilege_type
                FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
                WHERE relnamespace = current_schema()::regnamespace AND attacl IS NOT NULL
            ) AS given
            WHERE grantee <> relowner ORDER BY 1, 2, 3
            """
        ) { Given(table: $0.text(0), role: $0.textIfAny(1), right: $0.text(2)) }
    }
}
