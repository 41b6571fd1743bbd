/// Whose rows a transaction may see and make, where each row is somebody's.
///
/// A second net: each statement says itself whose rows it means, and a database that can holds a
/// transaction to it besides. SQLite cannot.
public enum Scope: Hashable, Sendable {
    /// Only what is nobody's; a look at anything else fails.
    case none
    /// What belongs to the one with this id.
    case only(Int64)
    /// Everything.
    case whole
}
