internal import Store

extension Migration {
    /// An index of redemptions by the person who accepted them, for the list that each till shows.
    ///
    /// Without it, each look at a till would read whatever all tills accepted lately.
    static let tills = Migration(
        15,
        "tills",
        oldestProgram: 1,
        Script("CREATE INDEX redemption_till ON redemption (till, id);\n")
    )
}
