internal import Store

extension Migration {
    /// Whether visitors who are not signed in may read what a network has to do and to enjoy.
    ///
    /// No existing network shows it until somebody decides so.
    static let visibility = Migration(
        14,
        "visibility",
        oldestProgram: 13,
        Script(
            """
            ALTER TABLE network ADD COLUMN is_public {int} NOT NULL DEFAULT 0
                CHECK (is_public IN (0, 1));

            """
        )
    )
}
