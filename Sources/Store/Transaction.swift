/// The one handle on a transaction under way.
///
/// A statement is a literal and nothing else, so no value can ever become part of its text; values
/// are arguments, bound to `$1`, `$2` and so on by number. Being a literal is also what lets a
/// driver know a statement again without reading it: each is prepared once.
///
/// Arguments are boxes and not a pack of types, which would ask the run-time for its types at each
/// call.
public struct Transaction {
    @usableFromInline let session: any Session

    /// A handle on a driver's session.
    public init(_ session: any Session) { self.session = session }

    /// Says whose rows the statements to come may see and make.
    public func enter(_ scope: Scope) { session.scope = scope }

    /// Looks at everything for a moment, where what is asked reaches beyond one's own.
    public func beyond<T>(_ body: () throws -> T) rethrows -> T {
        let scope = session.scope
        session.scope = .whole
        defer { session.scope = scope }
        return try body()
    }

    /// Runs a statement that has no result; it may travel with the next read or the commit.
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

    /// The first row of the result, made into a value; nil where there is none.
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

    /// Asks for the first row of a result that is needed only later; see ``Later``.
    @inlinable public func later<T>(
        _ sql: SQLText,
        _ values: any Bindable...,
        as make: @escaping (Row) throws -> T
    ) throws -> Later<T> {
        try Later(session, sql, list(values), make)
    }

    /// All rows of the result, each made into a value; for lists that are bounded by `LIMIT`.
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

    /// Shows each row of a result of any length, until `body` returns false.
    @inlinable public func each(
        _ sql: SQLText,
        _ values: any Bindable...,
        do body: (Row) throws -> Bool
    ) throws {
        try session.each(sql, list(values), body)
    }

    /// Runs a statement that has no result, with arguments in a list.
    public func run(_ sql: SQLText, _ values: [Value]) throws {
        try session.run(sql, values)
    }

    /// Runs a statement with arguments in a list and returns how many rows it changed.
    public func change(_ sql: SQLText, _ values: [Value]) throws -> Int {
        try session.change(sql, values)
    }

    /// Inserts one of many rows, which may be sent together with those before and after it.
    ///
    /// Whatever is asked later in the transaction sees the row. One that the schema refuses may be
    /// reported only by a later statement or the commit; the transaction is undone either way.
    ///
    /// - Throws: ``StoreError``, for a text that holds the character NUL at once.
    public func add(_ row: [Value], by insertion: Insertion) throws {
        try session.add(row, by: insertion)
    }

    /// Waits until no other change under way has this name, and keeps it to the end.
    ///
    /// What is asked after it sees what the other one did.
    public func alone(on name: @autoclosure () -> Int64) throws {
        try session.alone(on: name())
    }

    /// The id up to which nothing can still be committed: what reads "everything since" stops here.
    public func horizon() throws -> Int64 { try session.horizon() }

    /// The id up to which no more are taken: a change that comes with one is run again, and then
    /// has to draw larger ones.
    public func pendingHorizon() throws -> Int64 { try session.pendingHorizon() }

    @inlinable func list(_ values: [any Bindable]) -> [Value] { values.map { $0.bound } }
}
