internal import Store

extension Migration {
    /// Seals over the journal, which from here on shares the horizon of the transfers.
    ///
    /// A row with network 0 seals the journal rows that belong to no network. An older program
    /// would report the new triggers as tampering, and is therefore refused.
    static let journalSeals = Migration(
        11,
        "journal-seals",
        oldestProgram: 11,
        Script(
            """
            CREATE TABLE journal_seal (
                id {id} PRIMARY KEY,
                network {id} NOT NULL,
                previous {bytes} NOT NULL,
                books {bytes} NOT NULL,
                first {id} NOT NULL,
                last {id} NOT NULL,
                entries {int} NOT NULL CHECK (entries > 0),
                digest {bytes} NOT NULL UNIQUE,
                signature {bytes} NOT NULL,
                public_key {bytes} NOT NULL,
                at {int} NOT NULL
            ){table};
            CREATE INDEX journal_seal_network ON journal_seal (network, id);

            """,
            sqlite: """
                CREATE TRIGGER journal_seal_no_update BEFORE UPDATE ON journal_seal
                BEGIN SELECT RAISE(ABORT, 'journal_seal rows are never changed'); END;
                CREATE TRIGGER journal_seal_no_delete BEFORE DELETE ON journal_seal
                BEGIN SELECT RAISE(ABORT, 'journal_seal rows are never changed'); END;

                """,
            postgres: """
                CREATE FUNCTION journal_seal_stays() RETURNS trigger LANGUAGE plpgsql AS
                    $$ BEGIN RAISE EXCEPTION 'journal_seal rows are never changed'; END $$;
                CREATE TRIGGER journal_seal_stays
                    BEFORE UPDATE OR DELETE OR TRUNCATE ON journal_seal
                    FOR EACH STATEMENT EXECUTE FUNCTION journal_seal_stays();
                ALTER TABLE journal_seal ENABLE ROW LEVEL SECURITY;
                ALTER TABLE journal_seal FORCE ROW LEVEL SECURITY;
                CREATE POLICY one_network ON journal_seal
                    USING (network = current_setting('commonhour.network')::bigint);
                CREATE POLICY every_network ON journal_seal TO CURRENT_USER
                    USING (current_setting('commonhour.network') = '0');
                CREATE TRIGGER journal_above_horizon BEFORE INSERT ON journal
                    FOR EACH ROW EXECUTE FUNCTION transfer_above_horizon();

                """
        )
    )
}
