extension Script {
    /// What PostgreSQL needs to name a horizon of a table: an id up to which nothing can still be
    /// committed.
    ///
    /// Ids are drawn by several processes and committed in any order, so the largest one that can
    /// be seen says nothing. The horizon is moved in three steps:
    ///
    /// 1. `pending` becomes the largest id to be seen, and is committed. From then on the table
    ///    takes no id up to it: whoever comes with one is run again and draws another.
    /// 2. All who have the table open to write are noted. Whoever opens it later looks at `pending`
    ///    later still, and sees it.
    /// 3. When all those who were noted are done, `upto` becomes `pending`.
    ///
    /// Nothing of this rests on a clock, and it may be broken off anywhere and begun again.
    ///
    /// The text is part of released migrations: it never changes.
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
