internal import Store

extension Migration {
    /// The table of the help contacts, one for each network.
    static let contact = Migration(
        2,
        "contact",
        oldestProgram: 1,
        Script(
            """
            CREATE TABLE contact (
                network {id} PRIMARY KEY REFERENCES network (id),
                words {text} NOT NULL,
                since {int} NOT NULL
            ){table};

            """
        )
    )
}
