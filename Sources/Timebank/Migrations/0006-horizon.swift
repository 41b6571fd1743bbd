internal import Store

extension Migration {
    /// The horizon of the transfers on PostgreSQL: the id up to which none can still be committed.
    static let horizon = Migration(
        6,
        "horizon",
        oldestProgram: 1,
        Script("", postgres: Script.horizon(over: "transfer"))
    )
}
