internal import Store

extension Migration {
    /// The organisation that brought a member in, and notices about actions by others.
    ///
    /// A notice tells a person that somebody else changed their card, contacts or guardians, or
    /// created or used a set-up code for them. It belongs to the installation, as the person does,
    /// and is shown in every network.
    static let reach = Migration(
        10,
        "reach",
        oldestProgram: 1,
        Script(
            """
            ALTER TABLE member ADD COLUMN brought_by {id};
            CREATE TABLE notice (
                id {id} PRIMARY KEY,
                person {id} NOT NULL REFERENCES person (id),
                kind {text} NOT NULL
                    CHECK (kind IN ('code', 'code-used', 'card', 'contact', 'guardian')),
                by_person {id},
                at {int} NOT NULL,
                seen_at {int}
            ){table};
            CREATE INDEX notice_person ON notice (person, id) WHERE seen_at IS NULL;

            """
        )
    )
}
