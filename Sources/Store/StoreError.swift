/// What can go wrong with a store, told apart by what may be done about it.
public enum StoreError: Error, Sendable {
    /// Too much is waiting already; nothing was done. Ask again in a moment.
    case busy
    /// Two changes got in each other's way; nothing was done, and doing it again may help.
    case conflict
    /// A constraint of the schema said no; nothing was done.
    case constraint(String)
    /// The store cannot take anything now (a full disk, say); nothing was done.
    case unavailable(String)
    /// The database does not let us do this; nothing was done.
    case notAllowed(String)
    /// It may or may not have been done; only asking again with the same key can tell.
    case inDoubt(String)
    /// Another process holds the store.
    case held(by: String)
    /// The store was changed by a newer program, which this one cannot follow.
    case newer(migration: Int64)
    /// The store was never migrated, or not far enough, and this role may not do it.
    case needsMigration(Int64)
    /// Nobody answers where the store is to be, or nobody is let in; with what to do about it.
    case unreachable(String)
    /// There is no such store, or it is not one of ours.
    case unreadable(String)
    /// The store was closed.
    case closed
    /// Anything else: a fault.
    case failed(String)
}

extension StoreError {
    /// Text with the character NUL, which PostgreSQL cannot keep and so no driver takes.
    public static var holdsNUL: StoreError { .constraint("a text holds the character NUL") }
}
