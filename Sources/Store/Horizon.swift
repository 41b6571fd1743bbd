extension Script {
    /// The PostgreSQL objects that keep a horizon of a table: an id up to which no transaction can
    /// still commit a row.
    ///
    /// Several processes draw ids and commit in any order, so the largest visible id says nothing
    /// about smaller ones. The horizon is moved in three steps:
    ///
    /// 1. `pending` becomes the largest visible id, and that is committed. From then on the table
    ///    refuses ids up to it: a transaction that inserts one is run again and draws a new id.
    /// 2. The transactions that hold a write lock on the table are noted. One that takes the lock
    ///    later reads `pending` after that, and so sees it.
    /// 3. When all the noted transactions have ended, `upto` becomes `pending`.
    ///
    /// No step depends on a clock, and each can be interrupted and repeated.
    ///
    /// This text is part of released migrations: it never changes.
    public static func horizon(over table: String) -> String {
        """
        CREATE TABLE horizon (
            watched REGCLASS PRIMARY KEY,
            pending BIGINT NOT NULL,
            upto BIGINT NOT NULL,
            CHECK (upto <= pending)
        );
        INSERT INTO horizon (watched, pending, upto) VALUES ('\(table)', 0, 0);
        CREATE FUNCTION \(table)_above_horizon() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF NEW.id <= (SELECT pending FROM horizon) THEN
                RAISE EXCEPTION '% lies below the horizon', NEW.id USING ERRCODE = '40001';
            END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER \(table)_above_horizon BEFORE INSERT ON \(table)
            FOR EACH ROW EXECUTE FUNCTION \(table)_above_horizon();

        """
    }
}
