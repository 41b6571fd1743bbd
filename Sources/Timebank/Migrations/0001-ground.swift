internal import Store

extension Migration {
    /// Networks, people, organisations, the ledger, earning and spending.
    ///
    /// The tables of the ledger have no indexes but their primary keys and partial indexes that few
    /// rows enter, so that a transfer only appends a row and updates two account rows. References
    /// to rows of large tables are checked by `verify` and not by foreign keys: a foreign key would
    /// repeat a look-up that the operation has just made.
    static let ground = Migration(
        1,
        "ground",
        oldestProgram: 1,
        Script(
            installation + networks + people + organisations + ledger + earning + spending,
            sqlite: guards(sqlite: true),
            postgres: guards(sqlite: false)
        )
    )

    private static let installation = """
        CREATE TABLE person (
            id {id} PRIMARY KEY,
            login {text} UNIQUE,
            name {text} NOT NULL,
            language {text} NOT NULL,
            password {text},
            password_at {int},
            created_at {int} NOT NULL
        ){table};
        CREATE TABLE operator (
            person {id} PRIMARY KEY REFERENCES person (id),
            since {int} NOT NULL
        ){table};
        CREATE TABLE demo_sign_in (
            person {id} PRIMARY KEY REFERENCES person (id)
        ){table};
        CREATE TABLE token (
            digest {bytes} NOT NULL PRIMARY KEY,
            person {id} NOT NULL REFERENCES person (id),
            purpose {text} NOT NULL CHECK (purpose IN ('api', 'page')),
            created_at {int} NOT NULL,
            expires_at {int} NOT NULL
        ){keyed};
        CREATE INDEX token_person ON token (person);
        CREATE TABLE code (
            digest {bytes} NOT NULL PRIMARY KEY,
            person {id},
            network {id},
            member {id},
            created_at {int} NOT NULL,
            expires_at {int} NOT NULL
        ){keyed};
        CREATE TABLE attempt (
            subject {bytes} NOT NULL PRIMARY KEY,
            failures {int} NOT NULL CHECK (failures >= 0),
            until {int} NOT NULL,
            known_until {int}
        ){keyed};
        CREATE TABLE signer (
            public_key {bytes} NOT NULL PRIMARY KEY,
            since {int} NOT NULL
        ){keyed};

        """

    private static let networks = """
        CREATE TABLE network (
            id {id} PRIMARY KEY,
            slug {text} NOT NULL UNIQUE,
            name {text} NOT NULL,
            model {text} NOT NULL CHECK (model IN ('credits', 'mutual')),
            zone {text} NOT NULL,
            language {text} NOT NULL,
            policy {int} NOT NULL,
            issuance {id} NOT NULL,
            notes {id} NOT NULL,
            pot {id} NOT NULL,
            loss {id} NOT NULL,
            last_number {int} NOT NULL CHECK (last_number >= 0),
            created_at {int} NOT NULL
        ){table};
        CREATE TABLE policy (
            network {id} NOT NULL REFERENCES network (id),
            version {int} NOT NULL,
            credit {int} NOT NULL CHECK (credit > 0),
            mutual_limit {int} NOT NULL CHECK (mutual_limit >= 0),
            ceiling {int} CHECK (ceiling > 0),
            newcomer_days {int} NOT NULL CHECK (newcomer_days >= 0),
            newcomer_gifts {int} NOT NULL CHECK (newcomer_gifts >= 0),
            rounding {int} NOT NULL CHECK (rounding >= 1),
            expiry_days {int} CHECK (expiry_days > 0),
            since {int} NOT NULL,
            PRIMARY KEY (network, version)
        ){keyed};
        CREATE TABLE office (
            network {id} NOT NULL REFERENCES network (id),
            person {id} NOT NULL REFERENCES person (id),
            role {text} NOT NULL CHECK (role IN ('coordinator', 'funder')),
            since {int} NOT NULL,
            PRIMARY KEY (network, person, role)
        ){keyed};
        CREATE INDEX office_person ON office (person);

        """

    private static let people = """
        CREATE TABLE member (
            id {id} PRIMARY KEY,
            network {id} NOT NULL REFERENCES network (id),
            person {id} REFERENCES person (id),
            number {text} NOT NULL,
            folded_number {text} NOT NULL,
            card {text},
            name {text} NOT NULL,
            email {text},
            phone {text},
            language {text} NOT NULL,
            status {text} NOT NULL CHECK (status IN ('active', 'paused', 'left', 'erased')),
            wallet {id} NOT NULL,
            newcomer_gifts {int} NOT NULL CHECK (newcomer_gifts >= 0),
            joined_at {int} NOT NULL,
            UNIQUE (network, folded_number)
        ){table};
        CREATE UNIQUE INDEX member_person ON member (person, network) WHERE person IS NOT NULL;
        CREATE UNIQUE INDEX member_card ON member (network, card) WHERE card IS NOT NULL;
        CREATE INDEX member_email ON member (email) WHERE email IS NOT NULL;
        CREATE INDEX member_everywhere ON member (folded_number);
        CREATE TABLE guardian (
            network {id} NOT NULL REFERENCES network (id),
            guardian {id} NOT NULL REFERENCES person (id),
            ward {id} NOT NULL REFERENCES member (id),
            since {int} NOT NULL,
            PRIMARY KEY (network, guardian, ward)
        ){keyed};
        CREATE INDEX guardian_ward ON guardian (ward);
        CREATE INDEX guardian_person ON guardian (guardian);
        CREATE TABLE relative (
            network {id} NOT NULL REFERENCES network (id),
            member {id} NOT NULL REFERENCES member (id),
            other {id} NOT NULL REFERENCES member (id),
            since {int} NOT NULL,
            PRIMARY KEY (network, member, other)
        ){keyed};
        CREATE TABLE erasure (
            member {id} PRIMARY KEY,
            network {id} NOT NULL,
            at {int} NOT NULL
        ){table};
        CREATE TABLE word (
            network {id} NOT NULL,
            word {text} NOT NULL,
            member {id} NOT NULL,
            PRIMARY KEY (network, word, member)
        ){keyed};
        CREATE INDEX word_member ON word (member);

        """

    private static let organisations = """
        CREATE TABLE organisation (
            id {id} PRIMARY KEY,
            network {id} NOT NULL REFERENCES network (id),
            slug {text} NOT NULL,
            name {text} NOT NULL,
            earns {int} NOT NULL CHECK (earns IN (0, 1)),
            spends {text} NOT NULL CHECK (spends IN ('no', 'community', 'corporate')),
            is_open {int} NOT NULL CHECK (is_open IN (0, 1)),
            allocation {id} NOT NULL,
            takings {id} NOT NULL,
            created_at {int} NOT NULL,
            UNIQUE (network, slug)
        ){table};
        CREATE TABLE staff (
            organisation {id} NOT NULL REFERENCES organisation (id),
            person {id} NOT NULL REFERENCES person (id),
            network {id} NOT NULL REFERENCES network (id),
            role {text} NOT NULL CHECK (role IN ('lead', 'worker', 'till')),
            since {int} NOT NULL,
            PRIMARY KEY (organisation, person)
        ){keyed};
        CREATE INDEX staff_person ON staff (person);

        """
}
