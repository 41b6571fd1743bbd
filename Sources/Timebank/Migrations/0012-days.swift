internal import Store

extension Migration {
    /// What a member gave on a day is found without their whole history.
    static let days = Migration(
        12,
        "days",
        oldestProgram: 1,
        Script("CREATE INDEX hours_day ON hours (member, day);\n")
    )
}
