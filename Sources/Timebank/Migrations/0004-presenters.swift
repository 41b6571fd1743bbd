internal import Store

extension Migration {
    /// Finds the redemptions at which a guardian stood; only those enter the index.
    static let presenters = Migration(
        4,
        "presenters",
        oldestProgram: 1,
        Script(
            """
            CREATE INDEX redemption_guardian ON redemption (guardian) WHERE guardian IS NOT NULL;

            """
        )
    )
}
