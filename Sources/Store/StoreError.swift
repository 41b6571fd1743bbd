/// An error of a store; the cases differ in what the caller can do about it.
public enum StoreError: Error, Sendable {
    /// Too many jobs are waiting. Nothing was done; try again in a moment.
    case busy
    /// A conflict with another transaction. Nothing was done; a retry may succeed.
    case conflict
    /// A constraint of the schema was violated. Nothing was done.
    case constraint(String)
    /// The store cannot be written or reached now, on a full disk for instance. Nothing was done.
    case unavailable(String)
    /// The database role lacks a right. Nothing was done.
    case notAllowed(String)
    /// The commit may or may not have happened; a repeat with the same key finds out.
    case inDoubt(String)
    /// Another process has the store open for writing.
    case held(by: String)
    /// A newer program migrated the store to a schema that this one cannot use.
    case newer(migration: Int64)
    /// The store lacks migrations, and this role may not run them.
    case needsMigration(Int64)
    /// No connection to the database, or it was refused; the text says what to do.
    case unreachable(String)
    /// There is no such store, or it is another program's database.
    case unreadable(String)
    /// The store was closed.
    case closed
    /// Any other failure: a fault of the program.
    case failed(String)
}

extension StoreError {
    /// The error for text with a NUL character, which PostgreSQL cannot store, so both drivers
    /// refuse it.
    public static var holdsNUL: StoreError { .constraint("a text holds the character NUL") }
}
