internal import Store

extension Migration {
    /// Which guardian stood at the till for a member.
    static let presenting = Migration(
        3,
        "presenting",
        oldestProgram: 1,
        Script("ALTER TABLE redemption ADD COLUMN guardian {id};\n")
    )
}
