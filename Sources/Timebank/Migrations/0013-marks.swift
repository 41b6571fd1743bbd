internal import Store

extension Migration {
    /// The journal has marks of settings, rules and sign-ins from here on.
    ///
    /// Nothing is changed; but an older program would change rows and not record their marks, and
    /// so is refused.
    static let marks = Migration(13, "marks", oldestProgram: 13, Script(""))
}
