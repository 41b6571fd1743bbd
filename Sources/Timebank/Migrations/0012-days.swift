internal import Store

extension Migration {
    /// An index to find the hours of a member on one day without reading their whole history.
    static let days = Migration(
        12,
        "days",
        oldestProgram: 1,
        Script("CREATE INDEX hours_day ON hours (member, day);\n")
    )
}
