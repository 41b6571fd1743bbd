internal import Store

extension Migration {
    /// An index of the redemptions made by a guardian; other redemptions are not in it.
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
