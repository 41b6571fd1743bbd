extension Schema {
    /// Recorded by `BlueprintTests`.
    static let recordedGuards = """
        function | journal_seal_stays() | CREATE OR REPLACE FUNCTION journal_seal_stays() \
            RETURNS trigger LANGUAGE plpgsql AS $function$ BEGIN RAISE EXCEPTION 'journal_seal \
            rows are never changed'; END $function$
        function | journal_stays() | CREATE OR REPLACE FUNCTION journal_stays() RETURNS trigger \
            LANGUAGE plpgsql AS $function$ BEGIN RAISE EXCEPTION 'journal rows are never \
            changed'; END $function$
        function | reference_stays() | CREATE OR REPLACE FUNCTION reference_stays() RETURNS \
            trigger LANGUAGE plpgsql AS $function$ BEGIN RAISE EXCEPTION 'reference rows are \
            never changed'; END $function$
        function | reversal_stays() | CREATE OR REPLACE FUNCTION reversal_stays() RETURNS \
            trigger LANGUAGE plpgsql AS $function$ BEGIN RAISE EXCEPTION 'reversal rows are \
            never changed'; END $function$
        function | seal_stays() | CREATE OR REPLACE FUNCTION seal_stays() RETURNS trigger \
            LANGUAGE plpgsql AS $function$ BEGIN RAISE EXCEPTION 'seal rows are never changed'; \
            END $function$
        function | transfer_above_horizon() | CREATE OR REPLACE FUNCTION \
            transfer_above_horizon() RETURNS trigger LANGUAGE plpgsql AS $function$ BEGIN IF \
            NEW.id <= (SELECT pending FROM horizon) THEN RAISE EXCEPTION '% lies below the \
            horizon', NEW.id USING ERRCODE = '40001'; END IF; RETURN NEW; END $function$
        function | transfer_stays() | CREATE OR REPLACE FUNCTION transfer_stays() RETURNS \
            trigger LANGUAGE plpgsql AS $function$ BEGIN RAISE EXCEPTION 'transfer rows are \
            never changed'; END $function$
        policy | account.every_network | permits * to the owner using \
            (current_setting('commonhour.network'::text) = '0'::text)
        policy | account.one_network | permits * to everybody using (network = \
            (current_setting('commonhour.network'::text))::bigint)
        policy | contact.every_network | permits * to the owner using \
            (current_setting('commonhour.network'::text) = '0'::text)
        policy | contact.one_network | permits * to everybody using (network = \
            (current_setting('commonhour.network'::text))::bigint)
        policy | erasure.every_network | permits * to the owner using \
            (current_setting('commonhour.network'::text) = '0'::text)
        policy | erasure.one_network | permits * to everybody using (network = \
            (current_setting('commonhour.network'::text))::bigint)
        policy | guardian.every_network | permits * to the owner using \
            (current_setting('commonhour.network'::text) = '0'::text)
        policy | guardian.one_network | permits * to everybody using (network = \
            (current_setting('commonhour.network'::text))::bigint)
        policy | hold.every_network | permits * to the owner using \
            (current_setting('commonhour.network'::text) = '0'::text)
        policy | hold.one_network | permits * to everybody using (network = \
            (current_setting('commonhour.network'::text))::bigint)
        policy | hours.every_network | permits * to the owner using \
            (current_setting('commonhour.network'::text) = '0'::text)
        policy | hours.one_network | permits * to everybody using (network = \
            (current_setting('commonhour.network'::text))::bigint)
        policy | journal.every_network | permits * to the owner using \
            (current_setting('commonhour.network'::text) = '0'::text)
        policy | journal.one_network | permits * to everybody using (network = \
            (current_setting('commonhour.network'::text))::bigint)
        policy | journal_seal.every_network | permits * to the owner using \
            (current_setting('commonhour.network'::text) = '0'::text)
        policy | journal_seal.one_network | permits * to everybody using (network = \
            (current_setting('commonhour.network'::text))::bigint)
        policy | member.every_network | permits * to the owner using \
            (current_setting('commonhour.network'::text) = '0'::text)
        policy | member.one_network | permits * to everybody using (network = \
            (current_setting('commonhour.network'::text))::bigint)
        policy | memo.every_network | permits * to the owner using \
            (current_setting('commonhour.network'::text) = '0'::text)
        policy | memo.one_network | permits * to everybody using (network = \
            (current_setting('commonhour.network'::text))::bigint)
        policy | mirror.every_network | permits * to the owner using \
            (current_setting('commonhour.network'::text) = '0'::text)
        policy | mirror.one_network | permits * to everybody using (network = \
            (current_setting('commonhour.network'::text))::bigint)
        policy | offer.every_network | permits * to the owner using \
            (current_setting('commonhour.network'::text) = '0'::text)
        policy | offer.one_network | permits * to everybody using (network = \
            (current_setting('commonhour.network'::text))::bigint)
        policy | office.every_network | permits * to the owner using \
            (current_setting('commonhour.network'::text) = '0'::text)
        policy | office.one_network | permits * to everybody using (network = \
            (current_setting('commonhour.network'::text))::bigint)
        policy | opportunity.every_network | permits * to the owner using \
            (current_setting('commonhour.network'::text) = '0'::text)
        policy | opportunity.one_network | permits * to everybody using (network = \
            (current_setting('commonhour.network'::text))::bigint)
        policy | organisation.every_network | permits * to the owner using \
            (current_setting('commonhour.network'::text) = '0'::text)
        policy | organisation.one_network | permits * to everybody using (network = \
            (current_setting('commonhour.network'::text))::bigint)
        policy | origin.every_network | permits * to the owner using \
            (current_setting('commonhour.network'::text) = '0'::text)
        policy | origin.one_network | permits * to everybody using (network = \
            (current_setting('commonhour.network'::text))::bigint)
        policy | redemption.every_network | permits * to the owner using \
            (current_setting('commonhour.network'::text) = '0'::text)
        policy | redemption.one_network | permits * to everybody using (network = \
            (current_setting('commonhour.network'::text))::bigint)
        policy | reference.every_network | permits * to the owner using \
            (current_setting('commonhour.network'::text) = '0'::text)
        policy | reference.one_network | permits * to everybody using (network = \
            (current_setting('commonhour.network'::text))::bigint)
        policy | relative.every_network | permits * to the owner using \
            (current_setting('commonhour.network'::text) = '0'::text)
        policy | relative.one_network | permits * to everybody using (network = \
            (current_setting('commonhour.network'::text))::bigint)
        policy | request.every_network | permits * to the owner using \
            (current_setting('commonhour.network'::text) = '0'::text)
        policy | request.one_network | permits * to everybody using (network = \
            (current_setting('commonhour.network'::text))::bigint)
        policy | reversal.every_network | permits * to the owner using \
            (current_setting('commonhour.network'::text) = '0'::text)
        policy | reversal.one_network | permits * to everybody using (network = \
            (current_setting('commonhour.network'::text))::bigint)
        policy | rollup.every_network | permits * to the owner using \
            (current_setting('commonhour.network'::text) = '0'::text)
        policy | rollup.one_network | permits * to everybody using (network = \
            (current_setting('commonhour.network'::text))::bigint)
        policy | seal.every_network | permits * to the owner using \
            (current_setting('commonhour.network'::text) = '0'::text)
        policy | seal.one_network | permits * to everybody using (network = \
            (current_setting('commonhour.network'::text))::bigint)
        policy | staff.every_network | permits * to the owner using \
            (current_setting('commonhour.network'::text) = '0'::text)
        policy | staff.one_network | permits * to everybody using (network = \
            (current_setting('commonhour.network'::text))::bigint)
        policy | transfer.every_network | permits * to the owner using \
            (current_setting('commonhour.network'::text) = '0'::text)
        policy | transfer.one_network | permits * to everybody using (network = \
            (current_setting('commonhour.network'::text))::bigint)
        policy | word.every_network | permits * to the owner using \
            (current_setting('commonhour.network'::text) = '0'::text)
        policy | word.one_network | permits * to everybody using (network = \
            (current_setting('commonhour.network'::text))::bigint)
        trigger | journal.journal_above_horizon | CREATE TRIGGER journal_above_horizon BEFORE \
            INSERT ON journal FOR EACH ROW EXECUTE FUNCTION transfer_above_horizon()
        trigger | journal.journal_stays | CREATE TRIGGER journal_stays BEFORE DELETE OR UPDATE \
            OR TRUNCATE ON journal FOR EACH STATEMENT EXECUTE FUNCTION journal_stays()
        trigger | journal_seal.journal_seal_stays | CREATE TRIGGER journal_seal_stays BEFORE \
            DELETE OR UPDATE OR TRUNCATE ON journal_seal FOR EACH STATEMENT EXECUTE FUNCTION \
            journal_seal_stays()
        trigger | reference.reference_stays | CREATE TRIGGER reference_stays BEFORE DELETE OR \
            UPDATE OR TRUNCATE ON reference FOR EACH STATEMENT EXECUTE FUNCTION \
            reference_stays()
        trigger | reversal.reversal_stays | CREATE TRIGGER reversal_stays BEFORE DELETE OR \
            UPDATE OR TRUNCATE ON reversal FOR EACH STATEMENT EXECUTE FUNCTION reversal_stays()
        trigger | seal.seal_stays | CREATE TRIGGER seal_stays BEFORE DELETE OR UPDATE OR \
            TRUNCATE ON seal FOR EACH STATEMENT EXECUTE FUNCTION seal_stays()
        trigger | transfer.transfer_above_horizon | CREATE TRIGGER transfer_above_horizon \
            BEFORE INSERT ON transfer FOR EACH ROW EXECUTE FUNCTION transfer_above_horizon()
        trigger | transfer.transfer_stays | CREATE TRIGGER transfer_stays BEFORE DELETE OR \
            UPDATE OR TRUNCATE ON transfer FOR EACH STATEMENT EXECUTE FUNCTION transfer_stays()
        """
}
