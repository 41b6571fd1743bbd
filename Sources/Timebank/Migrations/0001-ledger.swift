internal import Store

extension Migration {
    static let ledger = """
        CREATE TABLE account (
            id {id} PRIMARY KEY,
            network {id} NOT NULL,
            kind {int} NOT NULL CHECK (kind IN (1, 2, 4, 5, 6)),
            holder {id} NOT NULL,
            balance {int} NOT NULL,
            held {int} NOT NULL CHECK (held >= 0),
            lowest {int} NOT NULL CHECK (lowest <= 0),
            floor {int} NOT NULL,
            last {id},
            prior {id},
            CHECK (balance - held >= floor),
            CHECK (floor <= lowest)
        ){table};
        CREATE TABLE rollup (
            account {id} PRIMARY KEY,
            network {id} NOT NULL,
            kind {int} NOT NULL CHECK (kind IN (0, 3, 7)),
            holder {id} NOT NULL,
            balance {int} NOT NULL,
            upto {id} NOT NULL
        ){table};
        CREATE TABLE transfer (
            id {id} PRIMARY KEY,
            network {id} NOT NULL,
            kind {int} NOT NULL CHECK (kind BETWEEN 1 AND 19),
            from_account {id} NOT NULL,
            from_kind {int} NOT NULL,
            to_account {id} NOT NULL,
            to_kind {int} NOT NULL,
            minutes {int} NOT NULL CHECK (minutes BETWEEN 1 AND 1000000000),
            at {int} NOT NULL,
            journal {id} NOT NULL,
            reverses {id},
            from_previous {id},
            from_after {int},
            to_previous {id},
            to_after {int},
            CHECK (from_account <> to_account),
            CHECK ((kind = 19) = (reverses IS NOT NULL)),
            CHECK ((from_after IS NULL) = (from_kind IN (0, 3, 7))),
            CHECK ((to_after IS NULL) = (to_kind IN (0, 3, 7)))
        ){table};
        CREATE INDEX transfer_from_uncounted ON transfer (from_account, id)
            WHERE from_after IS NULL;
        CREATE INDEX transfer_to_uncounted ON transfer (to_account, id)
            WHERE to_after IS NULL;
        CREATE TABLE reversal (
            transfer {id} PRIMARY KEY,
            reversed_by {id} NOT NULL UNIQUE,
            network {id} NOT NULL
        ){table};
        CREATE TABLE memo (
            transfer {id} PRIMARY KEY,
            network {id} NOT NULL,
            words {text} NOT NULL
        ){table};
        CREATE TABLE reference (
            network {id} NOT NULL,
            reference {text} NOT NULL,
            transfer {id} NOT NULL,
            PRIMARY KEY (network, reference)
        ){keyed};
        CREATE TABLE origin (
            network {id} NOT NULL,
            kind {text} NOT NULL,
            reference {text} NOT NULL,
            id {id} NOT NULL,
            PRIMARY KEY (network, kind, reference)
        ){keyed};
        CREATE TABLE mirror (
            network {id} NOT NULL,
            slug {text} NOT NULL,
            account {id} NOT NULL,
            PRIMARY KEY (network, slug)
        ){keyed};
        CREATE TABLE hold (
            id {id} PRIMARY KEY,
            network {id} NOT NULL,
            account {id} NOT NULL REFERENCES account (id),
            minutes {int} NOT NULL CHECK (minutes BETWEEN 1 AND 1000000000),
            expires_at {int} NOT NULL,
            state {text} NOT NULL CHECK (state IN ('open', 'posted', 'released')),
            journal {id} NOT NULL
        ){table};
        CREATE INDEX hold_open ON hold (account, expires_at) WHERE state = 'open';
        CREATE TABLE journal (
            id {id} PRIMARY KEY,
            network {id},
            actor {id},
            behalf {id},
            operation {text} NOT NULL,
            subjects {text} NOT NULL,
            at {int} NOT NULL
        ){table};
        CREATE TABLE request (
            key {text} NOT NULL,
            person {id} NOT NULL,
            network {id} NOT NULL,
            fingerprint {bytes} NOT NULL,
            made {text} NOT NULL,
            at {int} NOT NULL,
            PRIMARY KEY (key, person, network)
        ){keyed};
        CREATE TABLE seal (
            id {id} PRIMARY KEY,
            network {id} NOT NULL,
            previous {bytes} NOT NULL,
            first {id} NOT NULL,
            last {id} NOT NULL,
            transfers {int} NOT NULL CHECK (transfers > 0),
            digest {bytes} NOT NULL UNIQUE,
            signature {bytes} NOT NULL,
            public_key {bytes} NOT NULL,
            at {int} NOT NULL
        ){table};
        CREATE INDEX seal_network ON seal (network, id);

        """

    static let earning = """
        CREATE TABLE opportunity (
            id {id} PRIMARY KEY,
            network {id} NOT NULL REFERENCES network (id),
            organisation {id} NOT NULL REFERENCES organisation (id),
            title {text} NOT NULL,
            details {text} NOT NULL,
            place {text} NOT NULL,
            minutes {int} NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
            is_open {int} NOT NULL CHECK (is_open IN (0, 1)),
            created_at {int} NOT NULL
        ){table};
        CREATE INDEX opportunity_organisation ON opportunity (organisation);
        CREATE INDEX opportunity_open ON opportunity (network, id) WHERE is_open = 1;
        CREATE TABLE hours (
            id {id} PRIMARY KEY,
            network {id} NOT NULL,
            opportunity {id} NOT NULL,
            organisation {id} NOT NULL,
            member {id} NOT NULL,
            minutes {int} NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
            day {int} NOT NULL,
            note {text} NOT NULL,
            status {text} NOT NULL CHECK (status IN ('claimed', 'confirmed', 'refused')),
            entered_by {id} NOT NULL,
            decided_by {id},
            reason {text},
            transfer {id},
            CHECK ((status = 'confirmed') = (transfer IS NOT NULL))
        ){table};
        CREATE INDEX hours_waiting ON hours (organisation, id) WHERE status = 'claimed';
        CREATE INDEX hours_unpaid ON hours (member, id) WHERE status <> 'confirmed';

        """

    static let spending = """
        CREATE TABLE offer (
            id {id} PRIMARY KEY,
            network {id} NOT NULL REFERENCES network (id),
            organisation {id} NOT NULL REFERENCES organisation (id),
            title {text} NOT NULL,
            details {text} NOT NULL,
            adult {int} NOT NULL CHECK (adult BETWEEN 0 AND 100000),
            child {int} CHECK (child BETWEEN 0 AND 100000),
            is_open {int} NOT NULL CHECK (is_open IN (0, 1)),
            created_at {int} NOT NULL
        ){table};
        CREATE INDEX offer_organisation ON offer (organisation);
        CREATE INDEX offer_open ON offer (network, id) WHERE is_open = 1;
        CREATE TABLE redemption (
            id {id} PRIMARY KEY,
            network {id} NOT NULL,
            offer {id} NOT NULL,
            organisation {id} NOT NULL,
            member {id} NOT NULL,
            adults {int} NOT NULL CHECK (adults BETWEEN 0 AND 100),
            children {int} NOT NULL CHECK (children BETWEEN 0 AND 100),
            minutes {int} NOT NULL CHECK (minutes > 0),
            till {id} NOT NULL,
            transfer {id} NOT NULL,
            undone_by {id},
            at {int} NOT NULL
        ){table};

        """

    /// Triggers that refuse to change or delete rows of the tables that only grow.
    static func guards(sqlite: Bool) -> String {
        ["transfer", "journal", "seal", "reversal", "reference"].map { table in
            sqlite ? sqliteGuard(table) : postgresGuard(table)
        }.joined()
    }

    private static func sqliteGuard(_ table: String) -> String {
        ["UPDATE", "DELETE"].map { act in
            """
            CREATE TRIGGER \(table)_no_\(act.lowercased()) BEFORE \(act) ON \(table)
            BEGIN SELECT RAISE(ABORT, '\(table) rows are never changed'); END;

            """
        }.joined()
    }

    private static func postgresGuard(_ table: String) -> String {
        """
        CREATE FUNCTION \(table)_stays() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION '\(table) rows are never changed'; END $$;
        CREATE TRIGGER \(table)_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON \(table)
            FOR EACH STATEMENT EXECUTE FUNCTION \(table)_stays();

        """
    }
}
