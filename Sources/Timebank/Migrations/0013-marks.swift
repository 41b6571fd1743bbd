internal import Store

extension Migration {
    /// From here on the journal records marks of settings, rules and sign-ins.
    ///
    /// A mark is a digest of a row, by which `verify` detects a change made outside the program.
    /// The schema does not change, but an older program would change rows without recording their
    /// marks, and is therefore refused.
    static let marks = Migration(13, "marks", oldestProgram: 13, Script(""))
}
