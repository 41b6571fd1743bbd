internal import Store

extension Migration {
    /// The id up to which no transfer can still be committed, where several commit at once.
    static let horizon = Migration(
        6,
        "horizon",
        oldestProgram: 1,
        Script("", postgres: Script.horizon(over: "transfer"))
    )
}
