internal import Store

extension Migration {
    /// The guardian who presented a member's card at the till, if any.
    static let presenting = Migration(
        3,
        "presenting",
        oldestProgram: 1,
        Script("ALTER TABLE redemption ADD COLUMN guardian {id};\n")
    )
}
