/// Which network's rows a transaction may see and write.
///
/// Each statement also names its network itself. PostgreSQL enforces the scope besides, by
/// row-level security; SQLite cannot.
public enum Scope: Hashable, Sendable {
    /// Only rows that belong to no network; anything else is not visible.
    case none
    /// The rows of the network with this id.
    case only(Int64)
    /// All rows.
    case whole
}
