/// A transaction under way.
///
/// A statement is a literal, so no value can become part of its text; values are arguments, bound
/// to `$1`, `$2` and so on. A driver recognises the literal and prepares it once for each
/// connection.
///
/// Arguments are existentials and not a parameter pack, which would look up type metadata at each
/// call.
public struct Transaction {
    @usableFromInline let session: any Session

    /// A transaction of a driver's session.
    public init(_ session: any Session) { self.session = session }

    /// Sets which network's rows later statements may see and write.
    public func enter(_ scope: Scope) { session.scope = scope }

    /// Runs `body` with all rows visible, for what reaches beyond one network.
    public func beyond<T>(_ body: () throws -> T) rethrows -> T {
        let scope = session.scope
        session.scope = .whole
        defer { session.scope = scope }
        return try body()
    }

    /// Runs a statement without a result; it may be sent together with the next query or the
    /// commit.
    @inlinable public func run(
        _ sql: SQLText,
        _ values: any Bindable...
    ) throws {
        try session.run(sql, list(values))
    }

    /// Runs a statement and returns how many rows it changed.
    @inlinable public func change(
        _ sql: SQLText,
        _ values: any Bindable...
    ) throws -> Int {
        try session.change(sql, list(values))
    }

    /// The first row of the result made into a value; nil where there is none.
    @inlinable public func first<T>(
        _ sql: SQLText,
        _ values: any Bindable...,
        as make: (Row) throws -> T
    ) throws -> T? {
        var found: T?
        try session.each(sql, list(values)) { row in
            found = try make(row)
            return false
        }
        return found
    }

    /// Sends a query whose first row is read later; see ``Later``.
    @inlinable public func later<T>(
        _ sql: SQLText,
        _ values: any Bindable...,
        as make: @escaping (Row) throws -> T
    ) throws -> Later<T> {
        try Later(session, sql, list(values), make)
    }

    /// All rows of the result made into values; for results that a `LIMIT` bounds.
    @inlinable public func all<T>(
        _ sql: SQLText,
        _ values: any Bindable...,
        as make: (Row) throws -> T
    ) throws -> [T] {
        var found: [T] = []
        try session.each(sql, list(values)) { row in
            found.append(try make(row))
            return true
        }
        return found
    }

    /// Passes each row of a result of any length to `body` until that returns false.
    @inlinable public func each(
        _ sql: SQLText,
        _ values: any Bindable...,
        do body: (Row) throws -> Bool
    ) throws {
        try session.each(sql, list(values), body)
    }

    /// Runs a statement without a result, with its arguments in an array.
    public func run(_ sql: SQLText, _ values: [Value]) throws {
        try session.run(sql, values)
    }

    /// Runs a statement with its arguments in an array and returns how many rows it changed.
    public func change(_ sql: SQLText, _ values: [Value]) throws -> Int {
        try session.change(sql, values)
    }

    /// Inserts a row, which a driver may send together with others.
    ///
    /// Later queries of the transaction see the row. A row that violates the schema may be reported
    /// only by a later statement or the commit; the transaction is then rolled back all the same.
    ///
    /// - Throws: ``StoreError``, at once for text with a NUL character.
    public func add(_ row: [Value], by insertion: Insertion) throws {
        try session.add(row, by: insertion)
    }

    /// Takes a lock by this number, held until the transaction ends.
    ///
    /// Queries after it see what the previous holder committed.
    public func alone(on name: @autoclosure () -> Int64) throws {
        try session.alone(on: name())
    }

    /// The id up to which no transaction can still commit a row; a reader of "everything since"
    /// stops here.
    public func horizon() throws -> Int64 { try session.horizon() }

    /// The id up to which new rows are refused: a transaction that inserts one is run again, and
    /// must then draw larger ids.
    public func pendingHorizon() throws -> Int64 { try session.pendingHorizon() }

    @inlinable func list(_ values: [any Bindable]) -> [Value] { values.map { $0.bound } }
}
